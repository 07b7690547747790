package dev.vigie.oncall;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.vigie.oncall.schedule.OnCall;
import dev.vigie.oncall.schedule.Role;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class TemporarySchedulesIntegrationTests {

	private static final String PATH = "schedules/main/temporary-schedules";

	private static final String ID = PATH + "/7c0a4a0e-2f3b-4f37-9d2c-7d3a3e1f0c11";

	@Autowired
	private MockMvcTester http;

	@Autowired
	private OnCall onCall;

	@Autowired
	private SettableClock clock;

	private Manager manager;

	@BeforeEach
	void adaIsAlwaysOnCall() {
		this.manager = new Manager(this.http);
		for (String name : List.of("ada", "bob", "cleo", "dan")) {
			assertThat(this.manager.put("people/" + name, Documents.BOB.replace("Bob", name))).hasStatus(201);
		}
		assertThat(this.manager.put("schedules/main", Tuesday.ADA)).hasStatus(201);
	}

	@Test
	void replacesEverythingInItsSpan() {
		assertThat(this.manager.post(PATH, body("06", "18", shift("bob", "06", "10"), shift("cleo", "12", "18"))))
			.hasStatus(201);
		assertThat(drawn()).isEqualTo("aaaaaabbbb..ccccccaaaaaa");
		assertThat(this.manager.get("schedules/main/on-call?at=" + Tuesday.at("07"))).bodyJson()
			.extractingPath("shifts[0].cause.kind")
			.isEqualTo("temporary");
		assertThat(this.manager.get("schedules/main/gaps?from=2026-03-03T00:00:00Z&to=2026-03-04T00:00:00Z")).bodyJson()
			.isLenientlyEqualTo(
					"{\"items\": [{\"start\": \"2026-03-03T10:00:00Z\", \"end\": \"2026-03-03T12:00:00Z\"}]}");
	}

	@Test
	void replacesEveryRole() {
		this.manager.put("schedules/main",
				"""
						{"timeZone": "UTC", "layers": [
						 {"rotation": {"type": "daily", "handoff": {"time": "00:00"}, "start": "2026-01-05", "people": ["ada"]}},
						 {"role": "backup", "rotation": {"type": "daily", "handoff": {"time": "00:00"}, "start": "2026-01-05", "people": ["bob"]}}]}""");
		this.manager.post(PATH, body("06", "18", shift("cleo", "06", "12")));
		assertThat(drawn()).isEqualTo("aaaaaacccccc......aaaaaa");
		assertThat(Tuesday.drawn(this.onCall, "main", Role.BACKUP)).isEqualTo("bbbbbb............bbbbbb");
	}

	@Test
	void liesBelowOverridesAlsoBelowEarlierOnes() {
		this.manager.post("schedules/main/overrides", """
				{"person": "dan", "start": "%s", "end": "%s"}""".formatted(Tuesday.at("08"), Tuesday.at("14")));
		this.clock.advance(Duration.ofMinutes(1));
		this.manager.post(PATH, body("06", "18", shift("bob", "06", "10"), shift("cleo", "12", "18")));
		assertThat(drawn()).isEqualTo("aaaaaabbddddddccccaaaaaa");
	}

	@Test
	void theLaterOfTwoOnTheSameHoursWins() {
		this.manager.post(PATH, body("06", "18", shift("bob", "06", "18")));
		this.manager.post(PATH, body("10", "20", shift("cleo", "10", "12")));
		assertThat(drawn()).isEqualTo("aaaaaabbbbcc........aaaa");
	}

	@Test
	void severalMayBeOnCallAtOnceAndNobodyTwice() {
		this.manager.post(PATH,
				body("06", "18", shift("bob", "06", "12"), shift("cleo", "09", "18"), shift("bob", "10", "14")));
		assertThat(drawn()).isEqualTo("aaaaaabbb" + "b+c".repeat(5) + "ccccaaaaaa");
	}

	@Test
	void anEditKeepsThePast() {
		assertThat(this.manager.put(ID, body("06", "18", shift("bob", "06", "18")))).hasStatus(201);
		this.clock.set(Tuesday.MIDNIGHT.plus(Duration.ofHours(10)));
		assertThat(this.manager.put(ID, body("06", "20", shift("cleo", "06", "20")))).hasStatus(200)
			.bodyJson()
			.isLenientlyEqualTo("""
					{"start": "2026-03-03T06:00:00Z", "end": "2026-03-03T20:00:00Z", "shifts": [
					 {"person": "bob", "start": "2026-03-03T06:00:00Z", "end": "2026-03-03T10:00:00Z"},
					 {"person": "cleo", "start": "2026-03-03T10:00:00Z", "end": "2026-03-03T20:00:00Z"}]}""");
		assertThat(drawn()).isEqualTo("aaaaaabbbbccccccccccaaaa");
	}

	@Test
	void whoIsOnCallGoesOnInTheSameShiftWhenTheRestIsEdited() {
		this.manager.put(ID, body("06", "18", shift("bob", "06", "12"), shift("cleo", "12", "18")));
		this.clock.set(Tuesday.MIDNIGHT.plus(Duration.ofHours(10)));
		this.manager.put(ID, body("06", "18", shift("bob", "06", "12"), shift("dan", "12", "18")));
		assertThat(this.manager.get("schedules/main/on-call")).bodyJson()
			.isLenientlyEqualTo(
					"{\"shifts\": [{\"person\": \"bob\", \"start\": \"2026-03-03T06:00:00Z\", \"end\": \"2026-03-03T12:00:00Z\"}]}");
		assertThat(drawn()).isEqualTo("aaaaaabbbbbbddddddaaaaaa");
	}

	@Test
	void mayBeMovedWhileItHasNotBegun() {
		this.manager.put(ID, body("06", "18", shift("bob", "06", "18")));
		this.manager.put(ID, body("08", "10", shift("bob", "08", "10")));
		assertThat(drawn()).isEqualTo("aaaaaaaabbaaaaaaaaaaaaaa");
	}

	@Test
	void keepsItsStartOnceItHasBegunAndIsDoneWhenItIsOver() {
		this.manager.put(ID, body("06", "18", shift("bob", "06", "18")));
		this.clock.set(Tuesday.MIDNIGHT.plus(Duration.ofHours(10)));
		assertThat(this.manager.put(ID, body("12", "18", shift("bob", "12", "18")))).hasStatus(400)
			.bodyJson()
			.extractingPath("errors[*].field")
			.isEqualTo(List.of("start"));
		assertThat(this.manager.put(ID, """
				{"start": "2026-03-03T06:00:00Z", "end": "2027-03-04T06:00:01Z", "shifts": []}""")).hasStatus(400);
		this.clock.set(Tuesday.MIDNIGHT.plus(Duration.ofHours(18)));
		assertThat(this.manager.put(ID, body("06", "20", shift("cleo", "06", "20")))).hasStatus(409)
			.bodyJson()
			.extractingPath("type")
			.isEqualTo("/problems/temporary-schedule-over");
		assertThat(drawn()).isEqualTo("aaaaaabbbbbbbbbbbbaaaaaa");
	}

	@Test
	void endsNowWhenItIsTakenBackAndAnotherMayFollow() {
		this.manager.put(ID, body("06", "18", shift("bob", "06", "12"), shift("cleo", "12", "18")));
		this.clock.set(Tuesday.MIDNIGHT.plus(Duration.ofHours(14)));
		assertThat(this.manager.delete(ID)).hasStatus(204);
		assertThat(drawn()).isEqualTo("aaaaaabbbbbbccaaaaaaaaaa");
		this.manager.post(PATH, body("20", "22", shift("bob", "20", "22")));
		assertThat(this.manager.get(PATH)).bodyJson()
			.extractingPath("items[*].shifts[*].person")
			.isEqualTo(List.of("bob"));
		assertThat(this.manager.delete(ID)).hasStatus(204);
		assertThat(drawn()).isEqualTo("aaaaaabbbbbbccaaaaaabbaa");
	}

	@Test
	void leavesNothingWhenItIsTakenBackBeforeItBegins() {
		this.manager.put(ID, body("06", "18", shift("bob", "06", "18")));
		assertThat(this.manager.delete(ID)).hasStatus(204);
		assertThat(drawn()).isEqualTo("a".repeat(24));
		assertThat(this.manager.get(PATH)).bodyJson().isLenientlyEqualTo("{\"items\": []}");
	}

	@Test
	void beginsNowIfItWasToBeginEarlier() {
		assertThat(this.manager.post(PATH, """
				{"start": "2026-03-02T08:00:00Z", "end": "2026-03-02T18:00:00Z",
				 "shifts": [{"person": "bob", "start": "2026-03-02T08:00:00Z", "end": "2026-03-02T18:00:00Z"}]}"""))
			.bodyJson()
			.isLenientlyEqualTo("""
					{"start": "2026-03-02T12:00:00Z", "shifts": [{"start": "2026-03-02T12:00:00Z"}]}""");
	}

	@Test
	void isTheSameWhenSaidAgain() {
		String body = body("06", "18", shift("bob", "06", "18"));
		assertThat(this.manager.put(ID, body)).hasStatus(201);
		assertThat(this.manager.put(ID, body)).hasStatus(200);
		assertThat(this.http.get().uri("/feed?lastEventId=5").with(Tokens.by("escalation-service", "feed:read")))
			.bodyJson()
			.isLenientlyEqualTo("[{\"subject\": \"Schedule/main\", \"type\": \"dev.vigie.roster.changed\"}]");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{"start": "2026-03-03T06:00:00Z", "end": "2026-03-03T18:00:00Z"} | shifts
					{"start": "2026-03-03T06:00:00Z", "end": "2026-03-03T06:00:00Z", "shifts": []} | end
					{"start": "2026-03-01T06:00:00Z", "end": "2026-03-02T06:00:00Z", "shifts": []} | end
					{"start": "2026-03-03T06:00:00Z", "end": "2027-03-04T06:00:01Z", "shifts": []} | end
					{"start": "2026-03-03T06:00:00Z", "end": "2026-03-03T18:00:00Z", "shifts": [{"person": "bob", "start": "2026-03-03T05:00:00Z", "end": "2026-03-03T18:00:00Z"}]} | shifts[0].start
					{"start": "2026-03-03T06:00:00Z", "end": "2026-03-03T18:00:00Z", "shifts": [{"person": "eve", "start": "2026-03-03T06:00:00Z", "end": "2026-03-03T18:00:00Z"}]} | shifts[0].person
					{"start": "2026-03-03T06:00:00Z", "end": "2026-03-03T18:00:00Z", "shifts": [{"person": "bob", "start": "2026-03-03T06:00:00Z", "end": "now"}]} | shifts[0].end
					{"start": "2026-03-03T06:00:00Z", "end": "2026-03-03T18:00:00Z", "shifts": [{"person": "bob", "start": "2026-03-03T06:00:00Z"}]} | shifts[0].end
					""")
	void refusesWhatCannotBeAndNamesTheField(String body, String field) {
		assertThat(this.manager.post(PATH, body)).hasStatus(400)
			.bodyJson()
			.extractingPath("errors[*].field")
			.isEqualTo(List.of(field));
	}

	@Test
	void isPlannedByWhoeverKeepsSchedules() {
		assertThat(this.http.post()
			.uri("/api/v1/" + PATH)
			.with(Tokens.by("erin", "cover:write"))
			.contentType(MediaType.APPLICATION_JSON)
			.content("{}")).hasStatus(403);
	}

	@Test
	void whoHasAShiftInItIsNotDeletedAndErasedUnderAnotherName() {
		this.manager.put(ID, body("06", "18", shift("bob", "06", "18")));
		assertThat(this.manager.delete("people/bob")).hasStatus(409);
		this.clock.set(Tuesday.MIDNIGHT.plus(Duration.ofDays(1)));
		assertThat(this.manager.post("people/bob/erase", "{}")).hasStatusOk();
		assertThat(this.manager.get(ID)).bodyText().doesNotContain("bob").contains("2026-03-03T18:00:00Z");
	}

	@Test
	void aScheduleThatIsMadeAgainBeginsWithoutThoseOfItsNamesake() {
		this.manager.put(ID, body("06", "18", shift("bob", "06", "18")));
		this.manager.delete("schedules/main");
		this.manager.put("schedules/main", Tuesday.ADA);
		assertThat(drawn()).isEqualTo("a".repeat(24));
	}

	private static String body(String from, String to, String... shifts) {
		return "{\"start\": \"%s\", \"end\": \"%s\", \"shifts\": [%s]}".formatted(Tuesday.at(from), Tuesday.at(to),
				String.join(", ", shifts));
	}

	private static String shift(String person, String from, String to) {
		return "{\"person\": \"%s\", \"start\": \"%s\", \"end\": \"%s\"}".formatted(person, Tuesday.at(from),
				Tuesday.at(to));
	}

	private String drawn() {
		return Tuesday.drawn(this.onCall, "main");
	}

}
