package dev.vigie.escalation.roster;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import dev.vigie.allinone.contract.Provider;
import dev.vigie.escalation.roster.OnCallClient.ContactMethodAnswer;
import dev.vigie.escalation.roster.OnCallClient.RosterAnswer;
import dev.vigie.oncall.OncallApplication;

import static org.assertj.core.api.Assertions.assertThat;

class DepartureContractTests {

	@AutoClose
	private static final Provider oncall = Provider.start(OncallApplication.builder());

	@BeforeAll
	static void adaWorksLinusLeftGraceLooksOn() {
		oncall.put("/api/v1/people/ada", """
				{"displayName": "Ada", "timeZone": "Europe/Paris", "workingHours": [{"from": "09:00", "to": "18:00"}],
				"contactMethods": [{"name": "mobile", "type": "phone", "address": "+33612345678"},
				{"name": "work", "type": "email", "address": "ada@ops.example"}],
				"notificationRules": [{"urgency": "high", "steps": [{"contactMethod": "mobile"}]}]}""");
		for (String name : List.of("grace", "linus")) {
			oncall.put("/api/v1/people/" + name, """
					{"displayName": "%1$s", "contactMethods": [{"type": "email", "address": "%1$s@ops.example"}]}"""
				.formatted(name));
		}
		oncall.put("/api/v1/teams/ops", """
				{"displayName": "Ops", "members": [{"person": "ada"}, {"person": "linus", "position": "tech-lead"},
				{"person": "grace", "role": "observer"}], "fallback": "linus"}""");
		oncall.post("/api/v1/people/linus/deactivate", "{\"reason\": \"new job\"}");
	}

	@Test
	void nothingNewStopsTheRosterFromBeingRead() {
		assertThat(roster().people()).first().satisfies((ada) -> {
			assertThat(ada.name()).isEqualTo("ada");
			assertThat(ada.contactMethods()).containsExactly(new ContactMethodAnswer("mobile", "phone", "+33612345678"),
					new ContactMethodAnswer("work", "email", "ada@ops.example"));
			assertThat(ada.workingHours()).isNotEmpty();
			assertThat(ada.notificationRules()).isNotEmpty();
			assertThat(ada.leftAt()).isNull();
		});
	}

	@Test
	void whoHasLeftIsKnownAndCannotBeReached() {
		RosterView view = new RosterView(roster(), Instant.EPOCH, true);
		assertThat(view.team("ops", "tech-lead")).singleElement()
			.satisfies((linus) -> assertThat(linus.contactMethods()).isEmpty());
		assertThat(view.fallback("ops")).get().satisfies((linus) -> assertThat(linus.contactMethods()).isEmpty());
	}

	@Test
	void whoOnlyLooksOnIsNotPagedWithTheTeam() {
		RosterView view = new RosterView(roster(), Instant.EPOCH, true);
		assertThat(view.team("ops", null)).extracting(Reachable::person).containsExactly("ada", "linus");
		assertThat(view.person("grace")).get().satisfies((grace) -> assertThat(grace.contactMethods()).hasSize(1));
	}

	private static RosterAnswer roster() {
		return oncall.client(OnCallClient.class, "schedules:read")
			.roster("2026-03-02T07:00:00Z", "2026-03-04T00:00:00Z");
	}

}
