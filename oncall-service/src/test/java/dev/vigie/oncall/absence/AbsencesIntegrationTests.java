package dev.vigie.oncall.absence;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.vigie.oncall.Documents;
import dev.vigie.oncall.Manager;
import dev.vigie.oncall.Tuesday;
import dev.vigie.oncall.schedule.OnCall;
import dev.vigie.oncall.span.Span;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class AbsencesIntegrationTests {

	@Autowired
	private MockMvcTester http;

	@Autowired
	private OnCall onCall;

	@Autowired
	private Absences absences;

	@Autowired
	private SettableClock clock;

	private Manager manager;

	@BeforeEach
	void sixHoursEach() {
		this.manager = new Manager(this.http);
		for (String name : List.of("ada", "bob", "cleo", "dan", "eve")) {
			assertThat(this.manager.put("people/" + name, Documents.BOB.replace("Bob", name))).hasStatus(201);
		}
		assertThat(this.manager.put("schedules/main", Tuesday.QUARTERS)).hasStatus(201);
	}

	@Test
	void anAbsenceTellsWhichShiftsItHits() {
		this.manager.put("schedules/backup", """
				{"timeZone": "UTC", "layers": [{"role": "backup", "rotation": {"type": "daily",
				 "handoff": {"time": "00:00"}, "start": "2026-03-02", "people": ["cleo", "bob"]}}]}""");
		assertThat(away("bob", "08", "20")).hasStatus(201)
			.bodyJson()
			.isLenientlyEqualTo(
					"""
							{"person": "bob", "source": "manual", "author": "grace", "start": "2026-03-03T08:00:00Z", "conflicts": [
							 {"schedule": "backup", "role": "backup", "start": "2026-03-03T08:00:00Z", "end": "2026-03-03T20:00:00Z"},
							 {"schedule": "main", "role": "primary", "start": "2026-03-03T08:00:00Z", "end": "2026-03-03T12:00:00Z"}]}""");
		assertThat(this.manager.get("schedules/main/on-call?at=" + Tuesday.at("09"))).bodyJson()
			.extractingPath("shifts[0].person")
			.isEqualTo("bob");
	}

	@Test
	void anAbsenceWithoutShiftsHitsNothing() {
		assertThat(away("eve", "00", "23")).bodyJson().isLenientlyEqualTo("{\"conflicts\": []}");
		assertThat(away("bob", "12", "23")).bodyJson().isLenientlyEqualTo("{\"conflicts\": []}");
	}

	@Test
	void whatIsPastHitsNothingAnyMore() {
		String id = id(away("bob", "06", "12"));
		this.clock.set(Tuesday.MIDNIGHT.plus(Duration.ofHours(10)));
		assertThat(this.manager.get("absences/" + id)).bodyJson()
			.extractingPath("conflicts[*].start")
			.isEqualTo(List.of("2026-03-03T10:00:00Z"));
		this.clock.set(Tuesday.MIDNIGHT.plus(Duration.ofHours(12)));
		assertThat(this.manager.get("absences/" + id)).bodyJson().isLenientlyEqualTo("{\"conflicts\": []}");
	}

	@Test
	void proposesThoseWhoTakeTurnsInItAreThereAndHaveHadTheLeast() {
		override("cleo", "2026-03-05T00:00:00Z", "2026-03-06T00:00:00Z");
		away("dan", "06", "07");
		assertThat(away("bob", "06", "12")).bodyJson()
			.extractingPath("conflicts[0].candidates[*].person")
			.isEqualTo(List.of("ada", "cleo"));
	}

	@Test
	void makesTheProposedOverridesAtOnce() {
		String id = id(away("bob", "06", "12"));
		assertThat(this.manager.post("absences/" + id + "/cover", "{}")).hasStatus(200)
			.bodyJson()
			.isLenientlyEqualTo(
					"""
							{"overrides": [{"schedule": "main", "person": "cleo", "role": "primary", "start": "2026-03-03T06:00:00Z",
							 "end": "2026-03-03T12:00:00Z"}], "conflicts": []}""");
		assertThat(drawn()).isEqualTo("aaaaaaccccccccccccdddddd");
		assertThat(this.manager.get("schedules/main/overrides")).bodyJson().isLenientlyEqualTo("""
				{"items": [{"person": "cleo", "replaces": "bob", "reason": "absence of bob", "author": "grace"}]}""");
		assertThat(this.manager.post("absences/" + id + "/cover", "{}")).bodyJson()
			.isLenientlyEqualTo("{\"overrides\": [], \"conflicts\": []}");
	}

	@Test
	void makesTheChosenOverrideAlone() {
		this.manager.put("schedules/main", Tuesday.QUARTERS.replace("[\"ada\", \"bob\", \"cleo\", \"dan\"]",
				"[\"ada\", \"bob\", [\"cleo\", \"dan\"]]"));
		MvcTestResult absence = away("ada", "00", "23");
		String id = id(absence);
		assertThat(absence).bodyJson().extractingPath("conflicts[*].start").isEqualTo(List.of("2026-03-03T12:00:00Z"));
		assertThat(this.manager.post("absences/" + id + "/cover", "{\"person\": \"eve\"}")).hasStatus(400)
			.bodyJson()
			.extractingPath("errors[*].field")
			.isEqualTo(List.of("person"));
		assertThat(this.manager.post("absences/" + id + "/cover", "{\"shift\": \"%s\"}".formatted(UUID.randomUUID())))
			.hasStatus(400);
		assertThat(this.manager.post("absences/" + id + "/cover", "{\"schedule\": \"nope\"}")).hasStatus(400)
			.bodyJson()
			.extractingPath("errors[*].field")
			.isEqualTo(List.of("schedule"));
		this.manager.put("schedules/other", Tuesday.QUARTERS.replace("ada", "eve"));
		assertThat(this.manager.post("absences/" + id + "/cover", "{\"schedule\": \"other\"}")).bodyJson()
			.extractingPath("overrides")
			.isEqualTo(List.of());
		assertThat(this.manager.post("absences/" + id + "/cover", "{\"schedule\": \"main\", \"person\": \"dan\"}"))
			.bodyJson()
			.extractingPath("overrides[*].person")
			.isEqualTo(List.of("dan"));
	}

	@Test
	void leavesOpenWhatNobodyCanTake() {
		this.manager.put("schedules/main", Tuesday.ADA);
		String id = id(away("ada", "06", "12"));
		assertThat(this.manager.post("absences/" + id + "/cover", "{}")).hasStatus(200)
			.bodyJson()
			.isLenientlyEqualTo("{\"overrides\": [], \"conflicts\": [{\"schedule\": \"main\", \"candidates\": []}]}");
	}

	@Test
	void proposesOthersOfTheRoleWhereNobodyElseIsInTheLayer() {
		this.manager.put("schedules/main",
				"""
						{"timeZone": "UTC", "layers": [
						 {"rotation": {"type": "daily", "handoff": {"time": "00:00"}, "start": "2026-01-05", "people": ["ada"]}},
						 {"rotation": {"type": "daily", "handoff": {"time": "00:00"}, "start": "2026-01-05", "people": ["bob"]},
						  "restrictions": [{"from": "18:00", "to": "20:00"}]},
						 {"role": "backup", "rotation": {"type": "daily", "handoff": {"time": "00:00"}, "start": "2026-01-05", "people": ["cleo"]}}]}""");
		assertThat(away("ada", "06", "12")).bodyJson()
			.extractingPath("conflicts[0].candidates[*].person")
			.isEqualTo(List.of("bob"));
	}

	@Test
	void whoHasLeftIsNotProposed() {
		this.manager.post("people/ada/deactivate", "{\"reason\": \"leaves\", \"from\": \"2026-03-03T11:00:00Z\"}");
		assertThat(away("bob", "06", "12")).bodyJson()
			.extractingPath("conflicts[0].candidates[*].person")
			.isEqualTo(List.of("cleo", "dan"));
	}

	@Test
	void anAbsenceFromACalendarHitsShiftsTooAndFindsItsCover() {
		assertThat(this.manager.put("calendars/vacations", "{\"as\": \"absences\"}")).hasStatus(201);
		assertThat(this.http.put()
			.uri("/api/v1/calendars/vacations/content")
			.with(Manager.TOKEN)
			.contentType("text/calendar")
			.content("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:bob\nDTSTART;VALUE=DATE:20260303\nEND:VEVENT\n"
					+ "BEGIN:VEVENT\nUID:2\nSUMMARY:cleo\nDTSTART:20260303T060000Z\nDURATION:PT1H\nEND:VEVENT\nEND:VCALENDAR\n"))
			.hasStatusOk();
		assertThat(this.manager.get("absences?person=bob")).bodyJson().isLenientlyEqualTo("""
				{"items": [{"person": "bob", "source": "vacations", "start": "2026-03-03T00:00:00Z",
				 "end": "2026-03-04T00:00:00Z"}]}""");
		String id = this.absences.meeting(new Span(Tuesday.MIDNIGHT, Tuesday.MIDNIGHT.plus(Duration.ofHours(1))))
			.getFirst()
			.id()
			.toString();
		assertThat(this.manager.get("absences/" + id)).bodyJson()
			.extractingPath("conflicts[0].candidates[*].person")
			.isEqualTo(List.of("dan", "ada"));
		assertThat(this.manager.delete("absences/" + id)).hasStatus(400);
		assertThat(this.manager.post("absences/" + id + "/cover", "{}")).hasStatus(200);
		assertThat(drawn()).isEqualTo("aaaaaaddddddccccccdddddd");
	}

	@Test
	void isWrittenDownOnceUnderTheSameIdAndTakenBack() {
		String more = ", \"id\": \"7c0a4a0e-2f3b-4f37-9d2c-7d3a3e1f0c11\"";
		assertThat(this.manager.post("absences", body("bob", "06", "12", more))).hasStatus(201);
		assertThat(this.manager.post("absences", body("bob", "06", "12", more))).hasStatus(200);
		assertThat(this.manager.post("absences", body("bob", "06", "13", more))).hasStatus(409);
		assertThat(this.manager.get("absences?person=bob")).bodyJson()
			.extractingPath("items[*].person")
			.isEqualTo(List.of("bob"));
		assertThat(this.manager.delete("absences/7c0a4a0e-2f3b-4f37-9d2c-7d3a3e1f0c11")).hasStatus(204);
		assertThat(this.manager.delete("absences/7c0a4a0e-2f3b-4f37-9d2c-7d3a3e1f0c11")).hasStatus(404);
		assertThat(this.manager.get("absences")).bodyJson().isLenientlyEqualTo("{\"items\": []}");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{"person": "zoe", "start": "2026-03-03T06:00:00Z", "end": "2026-03-03T12:00:00Z"} | person
			{"person": "bob", "start": "2026-03-03T06:00:00Z", "end": "2026-03-03T06:00:00Z"} | end
			{"person": "bob", "start": "2026-03-03", "end": "2026-03-03T06:00:00Z"} | start
			{"person": "bob", "start": "2026-03-03T06:00:00Z", "end": "2027-03-05T06:00:00Z"} | end
			""")
	void refusesWhatCannotBeAndNamesTheField(String body, String field) {
		assertThat(this.manager.post("absences", body)).hasStatus(400)
			.bodyJson()
			.extractingPath("errors[*].field")
			.isEqualTo(List.of(field));
	}

	@Test
	void peopleWriteDownTheirOwn() {
		assertThat(as("bob", body("cleo", "06", "12", ""))).hasStatus(403);
		assertThat(as("bob", """
				{"start": "2026-03-03T06:00:00Z", "end": "2026-03-03T12:00:00Z", "reason": "moving"}""")).hasStatus(201)
			.bodyJson()
			.isLenientlyEqualTo("{\"person\": \"bob\", \"author\": \"bob\"}");
	}

	@Test
	void theFeedTellsTheConflictsAndNotTheReason() {
		this.manager.post("absences", body("bob", "06", "12", ", \"reason\": \"surgery\""));
		assertThat(this.http.get().uri("/feed?lastEventId=6").with(Tokens.by("escalation-service", "feed:read")))
			.satisfies((answer) -> {
				assertThat(answer).bodyJson()
					.isLenientlyEqualTo(
							"""
									[{"type": "dev.vigie.absence.declared", "data": {"person": "bob", "conflicts": [{"schedule": "main"}]}}]""");
				assertThat(answer).bodyText().doesNotContain("surgery");
			});
	}

	@Test
	void anErasedPersonIsAnotherNameInAbsences() {
		this.manager.post("absences", body("eve", "06", "12", ", \"reason\": \"surgery\""));
		assertThat(this.manager.post("people/eve/erase", "{}")).hasStatusOk();
		assertThat(this.manager.get("absences")).bodyText()
			.doesNotContain("eve")
			.doesNotContain("surgery")
			.contains("2026-03-03T12:00:00Z");
	}

	private MvcTestResult as(String person, String body) {
		return this.http.post()
			.uri("/api/v1/absences")
			.with(Tokens.by(person, "cover:write"))
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

	private void override(String person, String start, String end) {
		assertThat(this.manager.post("schedules/main/overrides", """
				{"person": "%s", "start": "%s", "end": "%s"}""".formatted(person, start, end))).hasStatus(201);
	}

	private MvcTestResult away(String person, String from, String to) {
		return this.manager.post("absences", body(person, from, to, ""));
	}

	private static String body(String person, String from, String to, String more) {
		return "{\"person\": \"%s\", \"start\": \"%s\", \"end\": \"%s\"%s}".formatted(person, Tuesday.at(from),
				Tuesday.at(to), more);
	}

	private static String id(MvcTestResult made) {
		assertThat(made).hasStatus(201);
		String location = String.valueOf(made.getResponse().getHeader("Location"));
		return location.substring(location.lastIndexOf('/') + 1);
	}

	private String drawn() {
		return Tuesday.drawn(this.onCall, "main");
	}

}
