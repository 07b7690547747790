package dev.vigie.oncall;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Editing a schedule in ada's week, which began on Monday, 2 March 2026, at 08:00 UTC.
 */
@IntegrationTest
class VersionedSchedulesIntegrationTests {

	private static final String WEEKLY = """
			{"timeZone": "Europe/Paris", "layers": [{"rotation": {"type": "weekly",
			 "handoff": {"time": "09:00", "day": "monday"}, "start": "2026-01-05", "people": [%s]}}]}""";

	private static final String FOUR_WEEKS = "schedules/main/shifts?from=2026-02-16T08:00:00Z&to=2026-03-16T08:00:00Z";

	@Autowired
	private MockMvcTester http;

	@Autowired
	private SettableClock clock;

	private Manager manager;

	@BeforeEach
	void adaAndBob() {
		this.manager = new Manager(this.http);
		for (String person : new String[] { "ada", "bob", "cleo" }) {
			this.manager.put("people/" + person, Documents.ADA);
		}
		this.manager.put("schedules/main", WEEKLY.formatted("\"ada\", \"bob\""));
	}

	@Test
	void anEditLeavesThePastAndTheTurnAsTheyAre() {
		this.clock.advance(Duration.ofHours(5));
		String past = text("schedules/main/shifts?from=2026-01-01T00:00:00Z&to=2026-03-02T08:00:00Z");
		assertThat(this.manager.put("schedules/main", WEEKLY.formatted("\"cleo\", \"bob\", \"ada\""))).hasStatus(200);
		assertThat(text("schedules/main/shifts?from=2026-01-01T00:00:00Z&to=2026-03-02T08:00:00Z")).isEqualTo(past);
		assertThat(this.manager.get(FOUR_WEEKS)).bodyJson()
			.extractingPath("items[*].person")
			.asArray()
			.containsExactly("ada", "bob", "ada", "cleo");
	}

	@Test
	void theTurnIsOneShiftOverAnEdit() {
		this.clock.advance(Duration.ofHours(5));
		this.manager.put("schedules/main", WEEKLY.formatted("\"ada\", \"bob\", \"cleo\""));
		assertThat(this.manager.get("schedules/main/on-call")).bodyJson().isLenientlyEqualTo("""
				{"shifts": [{"person": "ada", "start": "2026-03-02T08:00:00Z", "end": "2026-03-09T08:00:00Z"}]}""");
	}

	@Test
	void whoeverLeavesHandsOverAtOnceAndThePastStaysTheirs() {
		this.clock.advance(Duration.ofDays(1));
		this.manager.put("schedules/main", WEEKLY.formatted("\"bob\", \"cleo\""));
		assertThat(this.manager.get("schedules/main/shifts?from=2026-03-02T09:00:00Z&to=2026-03-10T00:00:00Z"))
			.bodyJson()
			.isLenientlyEqualTo("""
					{"items": [
					 {"person": "ada", "start": "2026-03-02T08:00:00Z", "end": "2026-03-03T12:00:00Z"},
					 {"person": "bob", "start": "2026-03-03T12:00:00Z", "end": "2026-03-09T08:00:00Z"},
					 {"person": "cleo", "start": "2026-03-09T08:00:00Z", "end": "2026-03-16T08:00:00Z"}]}""");
	}

	@Test
	void theSameAgainMakesNoVersion() {
		this.clock.advance(Duration.ofHours(5));
		assertThat(this.manager.put("schedules/main", WEEKLY.formatted("\"ada\", \"bob\""))).hasStatus(200)
			.bodyJson()
			.extractingPath("action")
			.isEqualTo("UNCHANGED");
	}

	@Test
	void aScheduleThatIsMadeAgainBeginsWhenItIsMade() {
		this.clock.advance(Duration.ofHours(1));
		assertThat(this.manager.delete("schedules/main")).hasStatus(204);
		assertThat(this.manager.get("schedules/main/on-call")).hasStatus(404);
		this.clock.advance(Duration.ofHours(1));
		this.manager.put("schedules/main", WEEKLY.formatted("\"cleo\""));
		assertThat(this.manager.get("schedules/main/shifts?from=2026-03-02T09:00:00Z&to=2026-03-03T00:00:00Z"))
			.bodyJson()
			.isLenientlyEqualTo("""
					{"items": [
					 {"person": "ada", "start": "2026-03-02T08:00:00Z", "end": "2026-03-02T13:00:00Z"},
					 {"person": "cleo", "start": "2026-03-02T14:00:00Z", "end": "2026-03-09T08:00:00Z"}]}""");
		assertThat(this.manager.get("schedules/main/gaps?from=2026-03-02T09:00:00Z&to=2026-03-03T00:00:00Z")).bodyJson()
			.isLenientlyEqualTo(
					"""
							{"items": [{"role": "primary", "start": "2026-03-02T13:00:00Z", "end": "2026-03-02T14:00:00Z"}]}""");
	}

	@Test
	void aPreviewSaysWhatWouldChangeAndStoresNothing() {
		this.clock.advance(Duration.ofHours(1));
		String before = text(FOUR_WEEKS);
		assertThat(preview(WEEKLY.formatted("\"bob\", \"cleo\""))).hasStatus(200).bodyJson().isStrictlyEqualTo("""
				{"changes": [
				 {"role": "primary", "start": "2026-03-02T13:00:00Z", "end": "2026-03-09T08:00:00Z",
				  "before": ["ada"], "after": ["bob"]},
				 {"role": "primary", "start": "2026-03-09T08:00:00Z", "end": "2026-03-16T08:00:00Z",
				  "before": ["bob"], "after": ["cleo"]}], "gaps": []}""");
		assertThat(text(FOUR_WEEKS)).isEqualTo(before);
		assertThat(preview(WEEKLY.formatted("\"ada\", \"bob\""))).bodyJson()
			.isStrictlyEqualTo("{\"changes\": [], \"gaps\": []}");
		assertThat(preview(WEEKLY.replace("\"monday\"", "\"lundi\"").formatted("\"ada\""))).hasStatus(400);
	}

	@Test
	void aPreviewOfANewScheduleShowsItsGaps() {
		String officeHours = WEEKLY.formatted("\"ada\"")
			.replace("}}]}", "}, \"restrictions\": [{\"from\": \"09:00\", \"to\": \"18:00\"}]}]}");
		assertThat(this.http.post()
			.uri("/api/v1/schedules/other/preview?from=2026-03-02T08:00:00Z&to=2026-03-03T08:00:00Z")
			.with(Manager.TOKEN)
			.contentType(MediaType.APPLICATION_JSON)
			.content(officeHours)).hasStatus(200)
			.bodyJson()
			.extractingPath("gaps[0].start")
			.isEqualTo("2026-03-02T17:00:00Z");
	}

	@Test
	void tellsHoursForPayAndQuality() {
		assertThat(this.manager.get("on-call-hours/csv?from=2026-03&to=2026-03&schedule=main")).hasStatus(200)
			.bodyText()
			.isEqualTo("""
					schedule,month,person,display_name,role,hours,night,weekend,holiday\r
					main,2026-03,ada,"Ada",primary,375.00,137.00,96.00,0.00\r
					main,2026-03,bob,"Ada",primary,368.00,141.00,119.00,0.00\r
					""");
		assertThat(this.manager.get("schedules/main/quality?from=2026-03-02T08:00:00Z&to=2026-03-30T07:00:00Z"))
			.bodyJson()
			.isLenientlyEqualTo("""
					{"coverage": 100, "people": [
					 {"person": "ada", "load": {"total": "PT336H", "weekend": "PT96H"}, "overloaded": false,
					  "longestStretch": "PT168H", "shortestRest": "PT168H"}, {"person": "bob"}]}""");
	}

	@ParameterizedTest
	@ValueSource(strings = { "on-call-hours", "on-call-hours?from=2026-03", "on-call-hours?from=2026-03&to=2026-02",
			"on-call-hours?from=2026-01&to=2027-01", "on-call-hours/csv?from=March&to=2026-03" })
	void refusesMonthsThatMakeNoSense(String path) {
		assertThat(this.manager.get(path)).hasStatus(400).bodyJson().extractingPath("errors[0].reason").isNotEmpty();
	}

	@Test
	void knowsTheHolidaysOfARegion() {
		String holidays = """
				{"timeZone": "Europe/Paris", "holidays": {"country": "FR"%s}, "layers": [{"rotation": {"type": "daily",
				 "handoff": {"time": "00:00"}, "start": "2026-01-05", "people": ["ada"]},
				 "restrictions": [{"holidays": "only"}]}]}""";
		// Good Friday is a holiday in Alsace only.
		String friday = "schedules/feast/on-call?at=2026-04-03T10:00:00Z";
		assertThat(this.manager.put("schedules/feast", holidays.formatted(""))).hasStatus(201);
		assertThat(this.manager.get(friday)).bodyJson().extractingPath("shifts").asArray().isEmpty();
		assertThat(this.manager.get("schedules/feast/on-call?at=2026-05-01T10:00:00Z")).bodyJson()
			.extractingPath("shifts[0].end")
			.isEqualTo("2026-05-01T22:00:00Z");
		assertThat(this.manager.put("schedules/feast", holidays.formatted(", \"region\": [\"67\"]"))).hasStatus(200);
		assertThat(this.manager.get(friday)).bodyJson().extractingPath("shifts[0].person").isEqualTo("ada");
		assertThat(this.manager.put("schedules/feast", holidays.formatted(", \"region\": [\"2a\"]"))).hasStatus(200);
		assertThat(this.manager.put("schedules/feast", holidays.formatted(", \"region\": [\"XX\"]"))).hasStatus(400)
			.bodyJson()
			.extractingPath("errors[0].field")
			.isEqualTo("holidays.region");
	}

	@Test
	void otherProgramsTrySchedulesThatAreNotSaved() {
		String before = text(FOUR_WEEKS);
		assertThat(drafts("{\"schedules\": {\"main\": %s, \"other\": %s}}".formatted(WEEKLY.formatted("\"cleo\""),
				WEEKLY.formatted("\"ada\""))))
			.hasStatus(200)
			.bodyJson()
			.satisfies(
					(answer) -> assertThat(answer.getJson()).contains("\"main\"", "\"other\"", "\"cleo\"", "\"ada\""));
		assertThat(text(FOUR_WEEKS)).isEqualTo(before);
		assertThat(drafts("{\"schedules\": {\"main\": %s}}"
			.formatted(WEEKLY.replace("\"monday\"", "\"lundi\"").formatted("\"ada\"")))).hasStatus(400)
			.bodyJson()
			.extractingPath("errors[0].field")
			.asString()
			.startsWith("schedules.main.layers");
		assertThat(drafts("{\"schedules\": {}}")).hasStatus(400);
	}

	private MvcTestResult drafts(String drafts) {
		return this.http.post()
			.uri("/api/v1/schedules:preview?from=2026-02-16T08:00:00Z&to=2026-03-16T08:00:00Z")
			.with(Tokens.by("escalation-service", "schedules:read"))
			.contentType(MediaType.APPLICATION_JSON)
			.content(drafts)
			.exchange();
	}

	private MvcTestResult preview(String spec) {
		return this.http.post()
			.uri("/api/v1/schedules/main/preview?from=2026-02-16T08:00:00Z&to=2026-03-16T08:00:00Z")
			.with(Manager.TOKEN)
			.contentType(MediaType.APPLICATION_JSON)
			.content(spec)
			.exchange();
	}

	private String text(String path) {
		return new String(this.manager.get(path).getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

}
