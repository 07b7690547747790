package dev.vigie.oncall;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class LeavingIntegrationTests {

	private static final String ROSTER = "roster?from=2026-03-02T12:00:00Z&to=2026-03-20T12:00:00Z";

	@Autowired
	private MockMvcTester http;

	@Autowired
	private SettableClock clock;

	private Manager manager;

	@BeforeEach
	void adaAndBobAtWork() {
		this.manager = new Manager(this.http);
		this.manager.put("people/ada", Documents.ADA);
		this.manager.put("people/bob", Documents.BOB);
		this.manager.put("teams/backend", Documents.TEAM);
		this.manager.put("schedules/main", Documents.SCHEDULE);
	}

	@ParameterizedTest
	@CsvSource({ "2026-03-05T12:00:00Z, 2026-03-10T12:00:00Z", "2026-03-10T12:00:00Z, 2026-03-05T12:00:00Z" })
	void whoTakesOverFromASuccessorTakesOverAllOfIt(String adaLeaves, String bobLeaves) {
		this.manager.put("people/cleo", Documents.BOB.replace("Bob", "Cleo"));
		this.manager.put("schedules/alone", Tuesday.ADA);
		this.manager.post("people/ada/deactivate",
				"{\"reason\": \"new job\", \"from\": \"%s\", \"takesOver\": \"bob\"}".formatted(adaLeaves));
		this.manager.post("people/bob/deactivate",
				"{\"reason\": \"new job\", \"from\": \"%s\", \"takesOver\": \"cleo\"}".formatted(bobLeaves));
		assertThat(this.manager.get("schedules/alone/on-call?at=2026-03-12T12:00:00Z")).bodyJson()
			.isLenientlyEqualTo("""
					{"shifts": [{"person": "cleo", "cause": {"kind": "departure", "name": "ada"}}]}""");
	}

	@Test
	void offersNoAddressOfWhoHasLeft() {
		assertThat(this.manager.post("people/ada/deactivate", "{\"reason\": \"new job\", \"takesOver\": \"bob\"}"))
			.hasStatus(200)
			.bodyJson()
			.isLenientlyEqualTo(
					"""
							{"person": {"name": "ada", "status": "left", "departure": {"leftAt": "2026-03-02T12:00:00Z",
							 "reason": "new job", "takesOver": "bob", "declaredBy": "grace", "declaredAt": "2026-03-02T12:00:00Z"}}}""");
		assertThat(this.manager.get(ROSTER)).bodyJson()
			.isLenientlyEqualTo(
					"""
							{"people": [{"name": "ada", "displayName": "Ada", "contactMethods": [], "leftAt": "2026-03-02T12:00:00Z"},
							 {"name": "bob", "contactMethods": [{"address": "bob@example.org"}]}]}""");
		assertThat(this.manager.get("people/ada")).bodyJson().isLenientlyEqualTo("""
				{"status": "left", "spec": {"contactMethods": [{"address": "ada@example.org"}]}}""");
		assertThat(this.manager.get("people")).bodyJson()
			.extractingPath("items[*].status")
			.isEqualTo(List.of("left", "active"));
	}

	@Test
	void listsWhereSomebodyStillStands() {
		assertThat(this.manager.post("people/bob/deactivate", "{\"reason\": \"new job\"}")).bodyJson()
			.isLenientlyEqualTo(
					"""
							{"places": [
							 {"kind": "Schedule", "name": "main", "field": "layers[0].rotation.people[1]", "duty": false},
							 {"kind": "Team", "name": "backend", "field": "members[1].person", "as": "member", "duty": false},
							 {"kind": "Team", "name": "backend", "field": "fallback", "as": "fallback", "duty": true},
									 {"kind": "Schedule", "name": "main", "field": "shifts", "as": "on call from 2026-03-09T08:00:00Z", "duty": true}]}""");
		assertThat(this.manager.get("people/ada/places")).bodyJson()
			.extractingPath("places[1].as")
			.isEqualTo("tech-lead");
		assertThat(this.manager.get("people/eve/places")).hasStatus(404);
	}

	@Test
	void hasTheirTurnsTakenOverFromTheInstantOn() {
		this.manager.post("people/ada/deactivate",
				"{\"reason\": \"new job\", \"from\": \"2026-03-04T12:00:00Z\", \"takesOver\": \"bob\"}");
		assertThat(this.manager.get("schedules/main/on-call?at=2026-03-04T11:59:59Z")).bodyJson()
			.extractingPath("shifts[0].person")
			.isEqualTo("ada");
		assertThat(this.manager.get("schedules/main/on-call?at=2026-03-04T12:00:00Z")).bodyJson()
			.isLenientlyEqualTo(
					"{\"shifts\": [{\"person\": \"bob\", \"cause\": {\"kind\": \"departure\", \"name\": \"ada\"}}]}");
		assertThat(this.manager.get("people/ada/places")).bodyJson()
			.extractingPath("places[*].as")
			.asArray()
			.contains("on call from 2026-03-02T08:00:00Z");
		this.clock.advance(Duration.ofDays(3));
		assertThat(this.manager.get("people/ada/places")).bodyJson()
			.extractingPath("places[*].field")
			.asArray()
			.doesNotContain("shifts");
	}

	@Test
	void leavesTheirTurnsToNobodyIfNobodyTakesOver() {
		this.manager.post("people/ada/deactivate", "{\"reason\": \"new job\"}");
		assertThat(this.manager.get("schedules/main/on-call")).bodyJson().extractingPath("shifts").asArray().isEmpty();
		assertThat(this.manager.get("schedules/main/on-call?at=2026-03-02T11:59:59Z")).bodyJson()
			.extractingPath("shifts[0].person")
			.isEqualTo("ada");
	}

	@Test
	void goesOnOfferingAddressesUntilTheDayComes() {
		assertThat(this.manager.post("people/ada/deactivate",
				"{\"reason\": \"new job\", \"from\": \"2026-03-06T18:00:00+01:00\"}"))
			.bodyJson()
			.isLenientlyEqualTo(
					"{\"person\": {\"status\": \"leaving\", \"departure\": {\"leftAt\": \"2026-03-06T17:00:00Z\"}}}");
		assertThat(this.manager.get(ROSTER)).bodyJson()
			.isLenientlyEqualTo(
					"{\"people\": [{\"contactMethods\": [{\"address\": \"ada@example.org\"}], \"leftAt\": \"2026-03-06T17:00:00Z\"}, {}]}");
		this.clock.advance(Duration.ofDays(5));
		assertThat(this.manager.get(ROSTER)).bodyJson().extractingPath("people[0].contactMethods").asArray().isEmpty();
	}

	@Test
	void letsADepartureBePutOffAndCalledOff() {
		this.manager.post("people/ada/deactivate", "{\"reason\": \"new job\", \"from\": \"2026-03-06T18:00:00Z\"}");
		assertThat(this.manager.post("people/ada/deactivate",
				"{\"reason\": \"new job\", \"from\": \"2026-03-09T18:00:00Z\"}"))
			.bodyJson()
			.extractingPath("person.departure.leftAt")
			.isEqualTo("2026-03-09T18:00:00Z");
		assertThat(this.manager.post("people/ada/reactivate", "")).hasStatus(200)
			.bodyJson()
			.extractingPath("status")
			.isEqualTo("active");
		assertThat(this.manager.post("people/ada/reactivate", "")).hasStatus(200);
		this.clock.advance(Duration.ofDays(20));
		assertThat(this.manager.get("people/ada")).bodyJson().extractingPath("status").isEqualTo("active");
	}

	@Test
	void takesNothingBackOfWhatIsPast() {
		this.manager.post("people/ada/deactivate", "{\"reason\": \"new job\"}");
		this.clock.advance(Duration.ofDays(1));
		assertThat(this.manager.post("people/ada/deactivate", "{\"reason\": \"a better job\"}")).hasStatus(200)
			.bodyJson()
			.isLenientlyEqualTo(
					"{\"person\": {\"departure\": {\"leftAt\": \"2026-03-02T12:00:00Z\", \"reason\": \"a better job\"}}}");
		assertThat(this.manager.post("people/ada/deactivate",
				"{\"reason\": \"new job\", \"from\": \"2026-03-06T18:00:00Z\"}"))
			.hasStatus(409)
			.bodyJson()
			.isLenientlyEqualTo("{\"type\": \"/problems/person-left\", \"legal\": [\"reactivate\"]}");
		assertThat(this.manager.post("people/ada/deactivate", "{\"reason\": \"new job\", \"takesOver\": \"bob\"}"))
			.hasStatus(409);
	}

	@Test
	void tellsTheFeedAtOnceAndWhenTheDayHasCome() {
		this.manager.post("people/ada/deactivate", "{\"reason\": \"new job\", \"from\": \"2026-03-06T18:00:00Z\"}");
		this.manager.post("people/ada/deactivate", "{\"reason\": \"new job\", \"from\": \"2026-03-06T18:00:00Z\"}");
		this.manager.post("people/ada/reactivate", "");
		assertThat(this.http.get().uri("/feed?lastEventId=4").with(Tokens.by("escalation-service", "feed:read")))
			.bodyJson()
			.isLenientlyEqualTo(
					"""
							[{"subject": "Person/ada", "type": "dev.vigie.roster.changed", "data": {"action": "deactivated"}},
							 {"subject": "Person/ada", "type": "dev.vigie.roster.changed", "data": {"action": "reactivated"}}]""");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{}                                                              | reason
			{"reason": "two\\nlines"}                                       | reason
			{"reason": "left", "from": "2026-03-02T11:59:59Z"}              | from
			{"reason": "left", "from": "9999-03-02T11:59:59Z"}              | from
			{"reason": "left", "from": "tomorrow"}                          | from
			{"reason": "left", "takesOver": "eve"}                          | takesOver
			{"reason": "left", "takesOver": "ada"}                          | takesOver
			{"reason": "left", "takesOver": "Bob B."}                       | takesOver
			{"reason": "left", "verified": true}                            | verified
			""")
	void refusesWhatMakesNoSense(String body, String field) {
		assertThat(this.manager.post("people/ada/deactivate", body)).hasStatus(400)
			.bodyJson()
			.extractingPath("errors[*].field")
			.isEqualTo(List.of(field));
		assertThat(this.manager.get("people/ada")).bodyJson().extractingPath("status").isEqualTo("active");
	}

	@Test
	void handsNothingToWhoLeavesToo() {
		this.manager.post("people/bob/deactivate", "{\"reason\": \"new job\", \"from\": \"2026-03-06T18:00:00Z\"}");
		assertThat(this.manager.post("people/ada/deactivate", "{\"reason\": \"new job\", \"takesOver\": \"bob\"}"))
			.hasStatus(400)
			.bodyJson()
			.extractingPath("errors[0].field")
			.isEqualTo("takesOver");
	}

	@Test
	void isForManagersAndOfPeopleWhoAreThere() {
		assertThat(this.manager.post("people/eve/deactivate", "{\"reason\": \"left\"}")).hasStatus(404);
		assertThat(this.manager.post("people/eve/reactivate", "")).hasStatus(404);
		for (String verb : List.of("deactivate", "reactivate")) {
			assertThat(this.http.post().uri("/api/v1/people/ada/" + verb).with(Tokens.by("bob", "schedules:read")))
				.hasStatus(403);
		}
	}

	@Test
	void isDeclaredOnceByTwoWhoDoSoTogether() throws Exception {
		for (int i = 0; i < 10; i++) {
			Callable<Integer> leave = () -> this.manager.post("people/ada/deactivate", "{\"reason\": \"left\"}")
				.getResponse()
				.getStatus();
			Callable<Integer> edit = () -> this.manager
				.put("people/ada", Documents.ADA.replace("Ada", "Ada " + Thread.currentThread().threadId()))
				.getResponse()
				.getStatus();
			try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
				for (Future<Integer> answer : threads.invokeAll(List.of(leave, edit, leave, edit))) {
					assertThat(answer.get()).isEqualTo(200);
				}
			}
			assertThat(this.manager.get("people/ada")).bodyJson().extractingPath("status").isEqualTo("left");
			this.manager.post("people/ada/reactivate", "");
		}
	}

	@Test
	void leavesDocumentsThatPointToThemRight() {
		this.manager.post("people/ada/deactivate", "{\"reason\": \"left\"}");
		assertThat(this.manager.put("teams/backend", Documents.TEAM)).hasStatus(200)
			.bodyJson()
			.extractingPath("action")
			.isEqualTo("UNCHANGED");
		assertThat(this.manager.put("people/ada", Documents.ADA)).bodyJson()
			.extractingPath("action")
			.isEqualTo("UNCHANGED");
		assertThat(this.manager.delete("people/ada")).hasStatus(409);
	}

}
