package dev.vigie.oncall;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class SubscriptionsIntegrationTests {

	@Autowired
	private MockMvcTester http;

	@Autowired
	private SettableClock clock;

	@Autowired
	private JdbcClient jdbc;

	private Manager manager;

	@BeforeEach
	void mainIsAdasAndBobs() {
		this.manager = new Manager(this.http);
		assertThat(this.manager.put("people/ada", Documents.ADA)).hasStatus(201);
		assertThat(this.manager.put("people/bob", Documents.BOB)).hasStatus(201);
		assertThat(this.manager.put("schedules/main", Documents.SCHEDULE)).hasStatus(201);
	}

	@Test
	void aPersonSubscribesToTheirShiftsInTheirLanguage() {
		MvcTestResult calendar = read(path(subscribe("person", "ada")));
		assertThat(calendar).hasStatusOk().hasContentType("text/calendar;charset=UTF-8");
		assertThat(calendar.getResponse().getHeader("Cache-Control")).isEqualTo("max-age=300, private");
		String text = text(calendar);
		assertThat(text).startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
			.contains("X-WR-CALNAME:Astreinte : Ada\r\n")
			.contains("SUMMARY:Astreinte : main (titulaire)\r\n")
			.contains("DTSTART:20260302T080000Z\r\nDTEND:20260309T080000Z\r\n")
			// nine o'clock in Paris, in summer
			.contains("DTSTART:20260330T070000Z\r\nDTEND:20260406T070000Z\r\n")
			.doesNotContain("DTSTART:20260309T080000Z");
		assertThat(text.split("BEGIN:VEVENT", -1)).as("a month back and a year ahead").hasSizeBetween(29, 31);
	}

	@Test
	void aScheduleAndATeamAreSubscribedToWithTheNamesOfWhoseTurnItIs() {
		this.manager.put("teams/backend", "{\"displayName\": \"Backend\", \"members\": [{\"person\": \"bob\"}]}");
		assertThat(text(read(path(subscribe("schedule", "main"))))).contains("SUMMARY:Ada – main – primary")
			.contains("SUMMARY:Bob – main – primary");
		assertThat(text(read(path(subscribe("team", "backend"))))).doesNotContain("Ada")
			.contains("SUMMARY:Bob – main – primary");
	}

	@Test
	void theSameShiftsAreTheSameTextAndTheSameEntityTag() {
		String path = path(subscribe("schedule", "main"));
		MvcTestResult first = read(path);
		String etag = first.getResponse().getHeader(HttpHeaders.ETAG);
		this.clock.advance(Duration.ofHours(1));
		assertThat(text(read(path))).isEqualTo(text(first));
		assertThat(this.http.get().uri(path).header(HttpHeaders.IF_NONE_MATCH, etag)).hasStatus(304);
		assertThat(this.http.head().uri(path)).hasStatusOk();
	}

	@Test
	void aShiftThatIsRemovedIsCalledOffWithARaisedSequenceAndSomeWeeksLaterForgotten() {
		String path = path(subscribe("person", "bob"));
		String before = text(read(path));
		String uid = uid(before, "20260309T080000Z");
		this.clock.advance(Duration.ofHours(1));
		this.manager.put("schedules/main", Documents.SCHEDULE.replace("[\"ada\", \"bob\"]", "[\"ada\"]"));
		String after = text(read(path));
		assertThat(after).contains("""
				UID:%s
				DTSTAMP:20260302T130000Z
				LAST-MODIFIED:20260302T130000Z
				SEQUENCE:1
				DTSTART:20260309T080000Z
				DTEND:20260316T080000Z
				""".formatted(uid).replace("\n", "\r\n")).contains("STATUS:CANCELLED");
		assertThat(after).as("what is past stays as it was").contains("DTSTART:20260223T080000Z");
		this.clock.advance(Duration.ofDays(29));
		assertThat(text(read(path))).doesNotContain("CANCELLED");
	}

	@Test
	void aShiftThatIsCutShortKeepsItsUidAndRaisesItsSequence() {
		String path = path(subscribe("person", "ada"));
		String uid = uid(text(read(path)), "20260302T080000Z");
		this.manager.put("schedules/main", Documents.SCHEDULE.replace("[\"ada\", \"bob\"]", "[\"bob\"]"));
		String after = text(read(path));
		assertThat(uid(after, "20260302T080000Z")).isEqualTo(uid);
		assertThat(after).contains("SEQUENCE:1\r\nDTSTART:20260302T080000Z\r\nDTEND:20260302T120000Z");
	}

	@Test
	void everyUidIsUniqueAlsoForShiftsOfHalfAnHour() {
		this.manager.put("schedules/half",
				"""
						{"timeZone": "UTC", "layers": [{"rotation": {"type": "custom", "turn": "30m", "handoff": {"time": "10:00"},
						 "start": "2026-03-01", "until": "2026-03-08", "people": ["ada", "bob"]}}]}""");
		String[] lines = text(read(path(subscribe("schedule", "half")))).split("\r\n");
		assertThat(lines).filteredOn((line) -> line.startsWith("UID:")).hasSizeGreaterThan(300).doesNotHaveDuplicates();
	}

	@Test
	void anAddressIsShownOnceAndStoredAsItsDigest() {
		MvcTestResult made = subscribe("person", "ada");
		String path = path(made);
		String secret = path.substring("/calendars/".length(), path.length() - ".ics".length());
		assertThat(secret).hasSize(43);
		assertThat(this.manager.get("calendar-subscriptions")).bodyText().doesNotContain(secret);
		assertThat(this.jdbc.sql("select calendar_subscription::text from calendar_subscription")
			.query(String.class)
			.single()).doesNotContain(secret);
	}

	@Test
	void anAddressIsRevokedAndAnotherStays() {
		MvcTestResult one = subscribe("person", "ada");
		String other = path(subscribe("person", "ada"));
		read(other);
		assertThat(this.manager.get("calendar-subscriptions?about=person&name=ada")).bodyJson()
			.extractingPath("items[?(@.usedAt)].usedAt")
			.isEqualTo(List.of("2026-03-02T12:00:00Z"));
		String id = JsonPath.read(text(one), "$.subscription.id");
		assertThat(this.manager.delete("calendar-subscriptions/" + id)).hasStatus(204);
		assertThat(read(path(one))).hasStatus(404);
		assertThat(read(other)).hasStatusOk();
		assertThat(read("/calendars/unknown.ics")).hasStatus(404)
			.hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(read("/calendars/unknown")).hasStatus(404);
		assertThat(this.http.post().uri(other)).hasStatus(401);
	}

	@Test
	void theAddressesOfAPersonGoWhenThePersonIsErasedAndOthersNameNobody() {
		String own = path(subscribe("person", "ada"));
		String all = path(subscribe("schedule", "main"));
		read(own);
		read(all);
		this.manager.put("people/ada", Documents.ADA.replace("Ada", "Augusta King"));
		assertThat(text(read(all))).contains("SUMMARY:Augusta King – main – primary");
		assertThat(this.http.post()
			.uri("/api/v1/people/ada/erase")
			.with(Manager.TOKEN)
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"force\": true}")).hasStatusOk();
		assertThat(read(own)).hasStatus(404);
		assertThat(this.jdbc.sql("select string_agg(calendar_export::text, ' ') from calendar_export")
			.query(String.class)
			.single()).doesNotContain("Augusta");
		assertThat(text(read(all))).doesNotContain("Augusta").contains("Bob");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"about": "x", "name": "ada"}                        | about
			{"about": "person", "name": "ada", "z": 1}           | z
			{"about": "person", "name": "ada", "language": "de"} | language
			""")
	void refusesWhatMakesNoSense(String body, String field) {
		assertThat(this.manager.post("calendar-subscriptions", body)).hasStatus(400)
			.bodyJson()
			.isLenientlyEqualTo("{\"errors\": [{\"field\": \"%s\"}]}".formatted(field))
			.extractingPath("errors[0].reason")
			.asString()
			.doesNotContain("dev.vigie");
	}

	@ParameterizedTest
	@CsvSource({ "person, eve", "schedule, absent", "team, absent" })
	void refusesWhatIsNotThere(String about, String name) {
		assertThat(subscribe(about, name)).hasStatus(400)
			.bodyJson()
			.extractingPath("errors[0].field")
			.isEqualTo("name");
	}

	@Test
	void whoeverIsOnDutyMaySubscribeAndAViewerMayNot() {
		String body = "{\"about\": \"person\", \"name\": \"ada\", \"label\": \"my phone\"}";
		assertThat(this.http.post()
			.uri("/api/v1/calendar-subscriptions")
			.with(Tokens.by("ada", "schedules:read", "cover:write"))
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)).hasStatus(201);
		assertThat(this.http.post()
			.uri("/api/v1/calendar-subscriptions")
			.with(Tokens.by("ada", "schedules:read"))
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)).hasStatus(403);
	}

	private MvcTestResult subscribe(String about, String name) {
		return this.http.post()
			.uri("/api/v1/calendar-subscriptions")
			.with(Manager.TOKEN)
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"about\": \"%s\", \"name\": \"%s\"}".formatted(about, name))
			.exchange();
	}

	static String path(MvcTestResult made) {
		assertThat(made).hasStatus(201);
		return URI.create(JsonPath.read(text(made), "$.url")).getPath();
	}

	private MvcTestResult read(String path) {
		return this.http.get().uri(path).exchange();
	}

	private static String text(MvcTestResult result) {
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private static String uid(String text, String start) {
		String before = text.substring(0, text.indexOf("DTSTART:" + start));
		return before.substring(before.lastIndexOf("UID:") + 4).split("\r\n")[0];
	}

}
