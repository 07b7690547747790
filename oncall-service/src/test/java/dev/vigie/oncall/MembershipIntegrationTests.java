package dev.vigie.oncall;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.vigie.testsupport.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class MembershipIntegrationTests {

	@Autowired
	private MockMvcTester http;

	private Manager manager;

	@BeforeEach
	void adaAndBobInTwoTeams() {
		this.manager = new Manager(this.http);
		this.manager.put("people/ada", Documents.ADA);
		this.manager.put("people/bob", Documents.BOB);
		assertThat(this.manager.put("teams/backend", """
				{"displayName": "Backend", "fallback": "bob", "members": [
				 {"person": "ada", "role": "manager", "position": "tech-lead"},
				 {"person": "ada", "role": "manager", "position": "dpo"},
				 {"person": "bob", "role": "observer"}]}""")).hasStatus(201);
		assertThat(this.manager.put("teams/board", """
				{"displayName": "Board", "members": [{"person": "bob", "position": "cto"}]}""")).hasStatus(201);
	}

	@Test
	void saysWhatAPersonIsInEachTeam() {
		assertThat(this.manager.get("people/bob/teams")).bodyJson().isStrictlyEqualTo("""
				{"items": [
				 {"team": "backend", "displayName": "Backend", "role": "observer", "positions": [], "fallback": true},
				 {"team": "board", "displayName": "Board", "role": "member", "positions": ["cto"], "fallback": false}],
				 "next": null}""");
		assertThat(this.manager.get("people/ada/teams")).bodyJson().isLenientlyEqualTo("""
				{"items": [{"team": "backend", "role": "manager", "positions": ["tech-lead", "dpo"]}]}""");
		assertThat(this.manager.get("people/eve/teams")).hasStatus(404);
	}

	@Test
	void saysWhoHoldsAPosition() {
		assertThat(this.manager.get("positions?position=dpo")).bodyJson().isStrictlyEqualTo("""
				{"items": [{"position": "dpo", "team": "backend", "person": "ada", "displayName": "Ada"}],
				 "next": null}""");
		assertThat(this.manager.get("positions")).bodyJson()
			.extractingPath("items[*].position")
			.isEqualTo(List.of("tech-lead", "dpo", "cto"));
		assertThat(this.manager.get("positions?team=board")).bodyJson()
			.extractingPath("items[*].person")
			.isEqualTo(List.of("bob"));
		assertThat(this.manager.get("positions?position=ceo")).bodyJson().extractingPath("items").asArray().isEmpty();
	}

	@Test
	void takesWhoHasNoRoleForAMember() {
		assertThat(this.manager.put("teams/board", """
				{"displayName": "Board", "members": [{"person": "bob", "role": "Member", "position": "cto"}]}"""))
			.bodyJson()
			.extractingPath("action")
			.isEqualTo("UNCHANGED");
	}

	@Test
	void pagesNobodyWhoOnlyLooksOn() {
		assertThat(this.manager.get("roster?from=2026-03-02T12:00:00Z&to=2026-03-03T12:00:00Z")).bodyJson()
			.extractingPath("teams[0].members[*].person")
			.isEqualTo(List.of("ada", "ada"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{"person": "ada", "role": "boss"}                                               | members[0].role
			{"person": "ada", "role": "observer", "position": "cto"}                        | members[0].position
			{"person": "ada", "role": "manager"}, {"person": "ada", "position": "cto"}      | members[1].role
			""")
	void refusesRolesThatCannotBe(String members, String field) {
		assertThat(
				this.manager.put("teams/ops?dryRun=true", "{\"displayName\": \"Ops\", \"members\": [" + members + "]}"))
			.hasStatus(400)
			.bodyJson()
			.extractingPath("errors[*].field")
			.isEqualTo(List.of(field));
	}

}
