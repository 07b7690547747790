package dev.vigie.escalation.roster;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.vigie.allinone.contract.Provider;
import dev.vigie.escalation.roster.OnCallClient.ContactMethodAnswer;
import dev.vigie.escalation.roster.OnCallClient.DraftsQuestion;
import dev.vigie.escalation.roster.OnCallClient.HandOverAnswer;
import dev.vigie.escalation.roster.OnCallClient.MemberAnswer;
import dev.vigie.escalation.roster.OnCallClient.PersonAnswer;
import dev.vigie.escalation.roster.OnCallClient.RosterAnswer;
import dev.vigie.escalation.roster.OnCallClient.ScheduleAnswer;
import dev.vigie.escalation.roster.OnCallClient.ShiftAnswer;
import dev.vigie.escalation.roster.OnCallClient.TeamAnswer;
import dev.vigie.oncall.OncallApplication;
import dev.vigie.shared.time.Delay;

import static org.assertj.core.api.Assertions.assertThat;

class OnCallClientContractTests {

	@AutoClose
	private static final Provider oncall = Provider.start(OncallApplication.builder());

	@BeforeAll
	static void anOrganisationOfTwo() {
		oncall.put("/api/v1/people/ada", """
				{"displayName": "Ada L.", "language": "fr", "timeZone": "Europe/Paris",
				"contactMethods": [{"type": "email", "address": "ada@ops.example"}]}""");
		oncall.put("/api/v1/people/linus", """
				{"displayName": "Linus", "contactMethods": [{"type": "email", "address": "linus@ops.example"},
				{"type": "email", "address": "second@ops.example"}]}""");
		oncall.put("/api/v1/teams/ops", """
				{"displayName": "Ops", "members": [{"person": "ada"}, {"person": "linus", "position": "tech-lead"}],
				"fallback": "linus"}""");
		oncall.put("/api/v1/schedules/primary",
				"""
						{"timeZone": "Europe/Paris", "team": "ops", "handOver": {"takeOverWithin": "15m"}, "layers": [{"rotation": {"type": "weekly", "every": 1,
						"handoff": {"day": "monday", "time": "09:00"}, "start": "2026-02-23", "people": ["ada", "linus"]}}]}""");
	}

	@Test
	void theRosterIsReadWhole() {
		RosterAnswer roster = oncall.client(OnCallClient.class, "schedules:read")
			.roster("2026-03-02T07:00:00Z", "2026-03-04T00:00:00Z");
		assertThat(roster).isEqualTo(new RosterAnswer(
				List.of(new PersonAnswer("ada", "Ada L.", "fr", "Europe/Paris",
						List.of(new ContactMethodAnswer(null, "email", "ada@ops.example")), List.of(), List.of(), null),
						new PersonAnswer("linus", "Linus", "en", null,
								List.of(new ContactMethodAnswer(null, "email", "linus@ops.example"),
										new ContactMethodAnswer(null, "email", "second@ops.example")),
								List.of(), List.of(), null)),
				List.of(new TeamAnswer("ops",
						List.of(new MemberAnswer("ada", null), new MemberAnswer("linus", "tech-lead")), "linus")),
				List.of(new ScheduleAnswer("primary", "ops", new HandOverAnswer(new Delay("15m")),
						List.of(new ShiftAnswer("ada", "primary", Instant.parse("2026-02-23T08:00:00Z"),
								Instant.parse("2026-03-02T08:00:00Z")),
								new ShiftAnswer("linus", "primary", Instant.parse("2026-03-02T08:00:00Z"),
										Instant.parse("2026-03-09T08:00:00Z")))))));
	}

	@Test
	void draftsComeToShifts() {
		JsonNode spec = JsonMapper.shared().readTree("""
				{"timeZone": "Europe/Paris", "layers": [{"rotation": {"type": "weekly", "every": 1,
				"handoff": {"day": "monday", "time": "09:00"}, "start": "2026-02-23", "people": ["ada"]}}]}""");
		assertThat(oncall.client(OnCallClient.class, "schedules:read")
			.drafted("2036-03-03T09:00:00Z", "2036-03-04T09:00:00Z", new DraftsQuestion(Map.of("fresh", spec)))
			.schedules()).singleElement().satisfies((schedule) -> {
				assertThat(schedule.name()).isEqualTo("fresh");
				assertThat(schedule.shifts()).extracting(ShiftAnswer::person).containsOnly("ada");
			});
	}

	@Test
	void theSnapshotSaysWhatTheAnswerSaid() {
		RosterAnswer roster = oncall.client(OnCallClient.class, "schedules:read")
			.roster("2026-03-02T07:00:00Z", "2026-03-04T00:00:00Z");
		JsonMapper json = JsonMapper.shared();
		assertThat(json.readValue(json.writeValueAsString(roster), RosterAnswer.class)).isEqualTo(roster);
	}

}
