package dev.vigie.oncall;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.vigie.testsupport.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class PeopleIntegrationTests {

	private static final String GRACE = """
			{"displayName": "Grace", "language": "en", "timeZone": "America/New_York",
			 "workingHours": [{"days": ["monday", "tuesday"], "from": "09:00", "to": "17:30"}],
			 "contactMethods": [
			  {"name": "work", "type": "email", "address": "grace@example.org"},
			  {"name": "mobile", "type": "phone", "address": "+14155552671"},
			  {"type": "sms", "address": "+14155552671"},
			  {"name": "app", "type": "push", "address": "https://push.example.org/42"}],
			 "notificationRules": [
			  {"urgency": "high", "during": "working-hours", "steps": [
			   {"after": "0m", "contactMethod": "app"}, {"after": "5m", "contactMethod": "mobile"}]},
			  {"urgency": "high", "during": "always", "steps": [{"after": "0m", "contactMethod": "mobile"}]},
			  {"urgency": "low", "during": "always", "steps": [{"after": "0m", "contactMethod": "work"}]}]}""";

	@Autowired
	private MockMvcTester http;

	private Manager manager;

	@BeforeEach
	void manager() {
		this.manager = new Manager(this.http);
	}

	@Test
	void keepsHowAPersonWantsToBeReached() {
		assertThat(this.manager.put("people/grace", GRACE)).hasStatus(201);
		assertThat(this.manager.get("people/grace")).bodyJson()
			.extractingPath("spec")
			.convertTo(JsonNode.class)
			.isEqualTo(JsonMapper.shared().readTree(GRACE));
		assertThat(this.manager.put("people/grace", GRACE)).bodyJson().extractingPath("action").isEqualTo("UNCHANGED");
	}

	@Test
	void saysWhichAddressesAreVerifiedAndWhichAreSentTo() {
		this.manager.put("people/grace", GRACE);
		assertThat(this.manager.get("people/grace")).bodyJson().isLenientlyEqualTo("""
				{"status": "active", "contactMethods": [
				 {"name": "work", "type": "email", "verified": false, "sent": true},
				 {"name": "mobile", "type": "phone", "verified": false, "sent": false},
				 {"name": "sms", "type": "sms", "verified": false, "sent": false},
				 {"name": "app", "type": "push", "verified": false, "sent": false}]}""");
	}

	@Test
	void tellsTheRosterWhenAndHowPeopleWantToBeTold() {
		this.manager.put("people/grace", GRACE);
		assertThat(this.manager.get("roster?from=2026-03-02T12:00:00Z&to=2026-03-03T12:00:00Z")).bodyJson()
			.isLenientlyEqualTo("""
					{"people": [{"name": "grace", "workingHours": [{"from": "09:00", "to": "17:30"}],
					 "contactMethods": [{"name": "work", "type": "email", "address": "grace@example.org"}, {}, {}, {}],
					 "notificationRules": [{"urgency": "high", "during": "working-hours"}, {}, {}]}]}""");
	}

	@Test
	void saysHowAPersonWantsToBeToldAtAnInstant() {
		this.manager.put("people/grace", GRACE);
		assertThat(this.manager.get("people/grace/notifications")).bodyJson()
			.isStrictlyEqualTo(
					"""
							{"person": "grace", "urgency": "high", "at": "2026-03-02T12:00:00Z", "localTime": "2026-03-02T07:00:00", "rule": 1,
							 "steps": [{"after": "0m", "contactMethod": "mobile", "type": "phone", "address": "+14155552671", "sent": false}]}""");
		assertThat(this.manager.get("people/grace/notifications?urgency=high&at=2026-03-02T09:00:00-05:00")).bodyJson()
			.isLenientlyEqualTo("""
					{"rule": 0, "steps": [{"contactMethod": "app"}, {"contactMethod": "mobile", "after": "5m"}]}""");
		// A week later the clocks of New York are on summer time.
		assertThat(this.manager.get("people/grace/notifications?at=2026-03-09T13:30:00Z")).bodyJson()
			.isLenientlyEqualTo("{\"localTime\": \"2026-03-09T09:30:00\", \"rule\": 0}");
		assertThat(this.manager.get("people/grace/notifications?urgency=low")).bodyJson()
			.extractingPath("steps[0].contactMethod")
			.isEqualTo("work");
	}

	@Test
	void tellsWhoHasNoRulesByTheirPreferredAddressAndWhoHasLeftByNone() {
		this.manager.put("people/bob", Documents.BOB);
		assertThat(this.manager.get("people/bob/notifications?urgency=low")).bodyJson().isLenientlyEqualTo("""
				{"steps": [{"after": "0m", "contactMethod": "email", "address": "bob@example.org", "sent": true}]}""");
		this.manager.post("people/bob/deactivate", "{\"reason\": \"new job\", \"from\": \"2026-03-06T18:00:00Z\"}");
		assertThat(this.manager.get("people/bob/notifications?at=2026-03-06T17:59:59Z")).bodyJson()
			.extractingPath("steps")
			.asArray()
			.hasSize(1);
		assertThat(this.manager.get("people/bob/notifications?at=2026-03-06T18:00:00Z")).bodyJson()
			.extractingPath("steps")
			.asArray()
			.isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "?urgency=medium", "?at=now", "?at=2026-03-06T18:00:00" })
	void refusesToSayWhatMakesNoSense(String question) {
		this.manager.put("people/bob", Documents.BOB);
		assertThat(this.manager.get("people/bob/notifications" + question)).hasStatus(400)
			.bodyJson()
			.extractingPath("errors[0].field")
			.isIn("urgency", "at");
		assertThat(this.manager.get("people/eve/notifications")).hasStatus(404);
	}

	@Test
	void letsNoDocumentSayThatAnAddressIsVerified() {
		assertRefused(
				"""
						{"displayName": "Eve", "contactMethods": [{"type": "email", "address": "eve@example.org", "verified": true}]}""",
				List.of("contactMethods[0].verified"));
	}

	@Test
	void refusesContactMethodsThatGoByTheSameName() {
		assertRefused(
				"""
						{"displayName": "Eve", "contactMethods": [{"name": "work", "type": "email", "address": "eve@example.org"},
						 {"name": "work", "type": "email", "address": "eve@example.net"}]}""",
				List.of("contactMethods[0].name", "contactMethods[1].name"));
		assertRefused("""
				{"displayName": "Eve", "contactMethods": [{"type": "email", "address": "eve@example.org"},
				 {"name": "email", "type": "email", "address": "eve@example.net"}]}""",
				List.of("contactMethods[1].name"));
		assertRefused(
				"""
						{"displayName": "Eve", "contactMethods": [{"name": "At work", "type": "email", "address": "eve@example.org"}]}""",
				List.of("contactMethods[0].name"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			email   | eve
			sms     | 06 12 34 56 78
			phone   | 0033612345678
			push    | token
			webhook | http://hooks.example.org/
			webhook | https://eve:secret@hooks.example.org/
			""")
	void refusesAddressesThatAreNotOfTheirType(String type, String address) {
		assertRefused("""
				{"displayName": "Eve", "contactMethods": [{"type": "%s", "address": "%s"}]}""".formatted(type, address),
				List.of("contactMethods[0].address"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					`"workingHours": [{"from": "09:00", "to": "18:00"}]`                                                   | timeZone
					`"timeZone": "Europe/Paris", "workingHours": [{"from": "09:00", "to": "09:00"}]`                       | workingHours[0].to
					`"timeZone": "Europe/Paris", "workingHours": [{"from": "9h", "to": "18:00"}]`                          | workingHours[0].from
					`"timeZone": "Europe/Paris", "workingHours": [{"from": "09:00"}]`                                      | workingHours[0].to
					`"timeZone": "Europe/Paris", "workingHours": [{"days": [], "from": "09:00", "to": "18:00"}]`           | workingHours[0].days
					`"timeZone": "Europe/Paris", "workingHours": [{"days": ["lundi"], "from": "09:00", "to": "18:00"}]`    | workingHours[0].days[0]
					`"timeZone": "Europe/Paris", "workingHours": [{"days": [null], "from": "09:00", "to": "18:00"}]`       | workingHours[0].days[0]
					`"timeZone": "Europe/Paris", "workingHours": [null]`                                                   | workingHours[0]
					`"notificationRules": [null]`                                                                          | notificationRules[0]
					`"notificationRules": [{"steps": [{"contactMethod": "email"}]}]`                                              | notificationRules[0].urgency
					`"notificationRules": [{"urgency": "medium", "steps": [{"contactMethod": "email"}]}]`                         | notificationRules[0].urgency
					`"notificationRules": [{"urgency": "high", "steps": []}]`                                              | notificationRules[0].steps
					`"notificationRules": [{"urgency": "high", "steps": [{}]}]`                                            | notificationRules[0].steps[0].contactMethod
					`"notificationRules": [{"urgency": "high", "steps": [{"contactMethod": "fax"}]}]`                             | notificationRules[0].steps[0].contactMethod
					`"notificationRules": [{"urgency": "high", "steps": [{"contactMethod": "email", "after": "soon"}]}]`          | notificationRules[0].steps[0].after
					`"notificationRules": [{"urgency": "high", "steps": [{"contactMethod": "email", "after": "5m"}, {"contactMethod": "email", "after": "1m"}]}]` | notificationRules[0].steps[1].after
					`"notificationRules": [{"urgency": "high", "during": "noon", "steps": [{"contactMethod": "email"}]}]`         | notificationRules[0].during
					`"notificationRules": [{"urgency": "high", "during": "nights", "steps": [{"contactMethod": "email"}]}]`       | notificationRules[0].during
					`"timeZone": "Europe/Paris", "notificationRules": [{"urgency": "high", "during": "working-hours", "steps": [{"contactMethod": "email"}]}]` | notificationRules[0].during
					`"timeZone": "Europe/Paris", "notificationRules": [{"urgency": "high", "steps": [{"contactMethod": "email"}]}, {"urgency": "high", "during": "nights", "steps": [{"contactMethod": "email"}]}]` | notificationRules[1].during
					""")
	void refusesWhatDoesNotGoTogetherAndNamesTheField(String fields, String named) {
		assertRefused("""
				{"displayName": "Eve", %s, "contactMethods": [{"type": "email", "address": "eve@example.org"}]}"""
			.formatted(fields), List.of(named));
	}

	@Test
	void refusesARuleThatMeansOneOfSeveralContactMethods() {
		assertRefused("""
				{"displayName": "Eve", "contactMethods": [{"type": "email", "address": "eve@example.org"},
				 {"type": "email", "address": "eve@example.net"}],
				 "notificationRules": [{"urgency": "high", "steps": [{"contactMethod": "email"}]}]}""",
				List.of("notificationRules[0].steps[0].contactMethod"));
	}

	private void assertRefused(String spec, List<String> fields) {
		assertThat(this.manager.put("people/eve?dryRun=true", spec)).hasStatus(400)
			.bodyJson()
			.extractingPath("errors[*].field")
			.isEqualTo(fields);
	}

}
