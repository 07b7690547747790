package dev.vigie.oncall;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.vigie.oncall.calendar.ical.CalendarFixtures;
import dev.vigie.oncall.schedule.OnCall;
import dev.vigie.oncall.span.Span;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class CalendarsIntegrationTests {

	private static final String LAYERS = """
			{"timeZone": "UTC", "layers": [{"name": "always", "rotation": {"type": "daily", "handoff": {"time": "00:00"},
			 "start": "2026-01-05", "people": ["bob"]}}, {"name": "google", "calendar": "team"}]}""";

	@Autowired
	private MockMvcTester http;

	@Autowired
	private OnCall onCall;

	@Autowired
	private JdbcClient jdbc;

	private Manager manager;

	@BeforeEach
	void adaAndBob() {
		this.manager = new Manager(this.http);
		assertThat(this.manager.put("people/ada", Documents.ADA)).hasStatus(201);
		assertThat(this.manager.put("people/bob", Documents.BOB)).hasStatus(201);
	}

	@Test
	void aLayerIsReadFromAnUploadedCalendar() {
		assertThat(this.manager.put("calendars/team", "{\"as\": \"layer\"}")).hasStatus(201);
		assertThat(this.manager.put("schedules/main", LAYERS)).hasStatus(201);
		assertThat(Tuesday.drawn(this.onCall, "main")).isEqualTo("bbbbbbbbbbbbbbbbbbbbbbbb");
		assertThat(upload("team", event("ada@EXAMPLE.org", "06", "12"))).hasStatusOk();
		assertThat(Tuesday.drawn(this.onCall, "main")).isEqualTo("bbbbbbaaaaaabbbbbbbbbbbb");
		assertThat(this.manager.get("schedules/main/on-call?at=" + Tuesday.at("07"))).bodyJson().isLenientlyEqualTo("""
				{"shifts": [{"person": "ada", "layer": 2, "cause": {"kind": "layer", "name": "google"},
				 "start": "2026-03-03T06:00:00Z", "end": "2026-03-03T12:00:00Z"}]}""");
		assertThat(upload("team", event("Ada", "06", "09"))).hasStatusOk();
		assertThat(Tuesday.drawn(this.onCall, "main")).isEqualTo("bbbbbbaaabbbbbbbbbbbbbbb");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "{\"as\": \"absences\"} | absences",
			"{\"as\": \"overrides\", \"schedule\": \"main\"} | overrides" })
	void aLayerIsNotReadFromACalendarOfAnotherKind(String calendar, String as) {
		assertThat(this.manager.put("calendars/team", calendar)).hasStatus(201);
		assertThat(this.manager.put("schedules/main", LAYERS)).hasStatus(400).bodyJson().isLenientlyEqualTo("""
				{"errors": [{"field": "layers[1].calendar",
				  "reason": "must be a Calendar that says as: layer; team says as: %s"}]}""".formatted(as));
		assertThat(this.manager.put("schedules/main?dryRun=true", LAYERS)).hasStatus(200)
			.bodyJson()
			.isLenientlyEqualTo("""
					{"references": [{"kind": "Person"}, {"field": "layers[1].calendar", "as": "layer"}]}""");
	}

	@Test
	void aCalendarThatALayerIsReadFromBecomesNoOther() {
		this.manager.put("calendars/team", "{\"as\": \"layer\"}");
		this.manager.put("schedules/main", LAYERS);
		assertThat(this.manager.put("calendars/team", "{\"as\": \"absences\"}")).hasStatus(409)
			.bodyJson()
			.isLenientlyEqualTo("""
					{"detail": "Calendar team is used as layer by Schedule main"}""");
		assertThat(this.manager.put("calendars/team", "{\"as\": \"layer\", \"displayName\": \"Team\"}")).hasStatus(200);
	}

	@Test
	void gapsAroundAWholeDayAreSeen() {
		this.manager.put("calendars/team", "{\"as\": \"layer\", \"defaultZone\": \"Europe/Paris\"}");
		this.manager.put("schedules/main", "{\"timeZone\": \"UTC\", \"layers\": [{\"calendar\": \"team\"}]}");
		upload("team", "BEGIN:VEVENT\nUID:1\nSUMMARY:ada\nDTSTART;VALUE=DATE:20260303\nEND:VEVENT\n");
		assertThat(this.manager.get("schedules/main/gaps?from=2026-03-02T12:00:00Z&to=2026-03-04T12:00:00Z")).bodyJson()
			.isLenientlyEqualTo("""
					{"items": [{"role": "primary", "start": "2026-03-02T12:00:00Z", "end": "2026-03-02T23:00:00Z"},
					 {"role": "primary", "start": "2026-03-03T23:00:00Z", "end": "2026-03-04T12:00:00Z"}]}""");
	}

	@Test
	void overridesAreReadFromACalendar() {
		this.manager.put("schedules/main", Tuesday.ADA);
		this.manager.put("calendars/cover", "{\"as\": \"overrides\", \"schedule\": \"main\"}");
		upload("cover", event("Bob", "06", "12"));
		assertThat(Tuesday.drawn(this.onCall, "main")).isEqualTo("aaaaaabbbbbbaaaaaaaaaaaa");
		assertThat(this.manager.get("schedules/main/on-call?at=" + Tuesday.at("07"))).bodyJson()
			.extractingPath("shifts[0].cause.kind")
			.isEqualTo("override");
	}

	@Test
	void absencesAreReadFromACalendarOfOnePerson() {
		this.manager.put("calendars/leave", """
				{"as": "absences", "person": "ada", "defaultZone": "Europe/Paris"}""");
		upload("leave", """
				BEGIN:VEVENT
				UID:1
				SUMMARY:Vacances
				DTSTART;VALUE=DATE:20260303
				DTEND;VALUE=DATE:20260305
				END:VEVENT
				""");
		assertThat(this.manager.get("absences?from=2026-03-03T00:00:00Z&to=2026-03-04T00:00:00Z")).bodyJson()
			.isLenientlyEqualTo("""
					{"items": [{"person": "ada", "start": "2026-03-02T23:00:00Z", "end": "2026-03-04T23:00:00Z",
					 "source": "leave", "reason": "Vacances"}]}""");
		assertThat(this.manager.delete("people/ada")).hasStatus(409);
	}

	@Test
	void unknownPeopleAreListedAndEraseNobody() {
		this.manager.put("calendars/team", "{\"as\": \"layer\"}");
		this.manager.put("schedules/main", LAYERS);
		upload("team", event("Grace Hopper", "06", "12") + event("ada", "12", "13"));
		assertThat(Tuesday.drawn(this.onCall, "main")).isEqualTo("bbbbbbbbbbbbabbbbbbbbbbb");
		assertThat(this.manager.get("calendars/team/status")).bodyJson()
			.isLenientlyEqualTo("{\"events\": 2, \"unknown\": [\"Grace Hopper\"], \"warnings\": []}");
		assertThat(this.manager.get("calendars/team/events?from=2026-03-03T00:00:00Z&to=2026-03-04T00:00:00Z"))
			.bodyJson()
			.isLenientlyEqualTo("""
					{"items": [{"summary": "Grace Hopper", "people": [], "unknown": ["Grace Hopper"]},
					 {"summary": "ada", "people": ["ada"], "unknown": []}]}""");
		this.manager.put("people/grace", """
				{"displayName": "Grace Hopper", "contactMethods": [{"type": "email", "address": "g@example.org"}]}""");
		assertThat(Tuesday.drawn(this.onCall, "main")).as("known at once").isEqualTo("bbbbbbggggggabbbbbbbbbbb");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			<html>Please sign in</html> | not a calendar
			`BEGIN:VCALENDAR
			BEGIN:VEVENT
			UID:1` | ends inside
			""")
	void aMalformedUploadIsRefusedAndTheLastGoodCopyStays(String text, String reason) {
		this.manager.put("calendars/team", "{\"as\": \"layer\"}");
		this.manager.put("schedules/main", LAYERS);
		upload("team", event("ada", "06", "12"));
		assertThat(send("team", text)).hasStatus(400).bodyText().contains(reason);
		assertThat(Tuesday.drawn(this.onCall, "main")).isEqualTo("bbbbbbaaaaaabbbbbbbbbbbb");
	}

	@Test
	void theSameTextAgainIsNoChange() {
		this.manager.put("calendars/team", "{\"as\": \"layer\"}");
		upload("team", event("ada", "06", "12"));
		long told = told();
		upload("team", event("ada", "06", "12") + "\n");
		assertThat(told()).isEqualTo(told);
		upload("team", event("ada", "06", "13"));
		assertThat(told()).as("whoever pages is told").isEqualTo(told + 1);
	}

	private long told() {
		return this.jdbc.sql("select count(*) from feed_event where type = 'dev.vigie.roster.changed'")
			.query(Long.class)
			.single();
	}

	@Test
	void aCalendarThatALayerIsReadFromCannotBeDeleted() {
		this.manager.put("calendars/team", "{\"as\": \"layer\"}");
		this.manager.put("schedules/main", LAYERS);
		assertThat(this.manager.delete("calendars/team")).hasStatus(409);
		this.manager.put("schedules/main", Tuesday.ADA);
		assertThat(this.manager.delete("calendars/team")).hasStatus(204);
		assertThat(this.manager.get("calendars/team/status")).hasStatus(404);
		assertThat(this.manager.put("schedules/main", LAYERS)).hasStatus(400);
	}

	@Test
	void aCalendarSaysWhatSomebodyShouldLookAt() {
		this.manager.put("calendars/cover", "{\"as\": \"overrides\", \"schedule\": \"nowhere\"}");
		assertThat(this.manager.get("calendars/cover/status")).bodyJson()
			.extractingPath("warnings")
			.isEqualTo(List.of("It was never read"));
		upload("cover", "BEGIN:VEVENT\nUID:1\nSUMMARY:half\nDTSTART:20260303T060000Z\nEND:VEVENT\n");
		assertThat(this.manager.get("calendars/cover/status")).bodyText()
			.contains("There is no Schedule named nowhere")
			.contains("half");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{} | as
			{"as": "holidays"} | as
			{"as": "layer", "url": "ftp://example.org/a.ics"} | url
			{"as": "layer", "url": "http://127.0.0.1:99999/a.ics"} | url
			{"as": "layer", "url": "https://a:b@example.org/a.ics"} | url
			{"as": "overrides"} | schedule
			{"as": "layer", "schedule": "main"} | schedule
			{"as": "layer", "role": "backup"} | role
			{"as": "layer", "refresh": "5m"} | refresh
			{"as": "layer", "url": "https://example.org/a.ics", "refresh": "5s"} | refresh
			{"as": "layer", "defaultZone": "Romance Standard Time"} | defaultZone
			{"as": "layer", "match": "face"} | match
			{"as": "layer", "person": "Ada"} | person
			{"as": "layer", "colour": "red"} | colour
			""")
	void refusesWhatCannotBeAndNamesTheField(String spec, String field) {
		assertThat(this.manager.put("calendars/team?dryRun=true", spec)).hasStatus(400)
			.bodyJson()
			.extractingPath("errors[*].field")
			.isEqualTo(List.of(field));
	}

	@Test
	void refusesAPersonThatIsNotThereAndAnUploadOfWhatIsFetched() {
		assertThat(this.manager.put("calendars/team", "{\"as\": \"absences\", \"person\": \"eve\"}")).hasStatus(400);
		this.manager.put("calendars/team", "{\"as\": \"layer\", \"url\": \"https://127.0.0.1/a.ics\"}");
		assertThat(upload("team", "")).hasStatus(409);
		assertThat(upload("absent", "")).hasStatus(404);
		assertThat(this.http.post().uri("/api/v1/calendars/absent/refresh").with(Manager.TOKEN)).hasStatus(404);
	}

	@Test
	void goesNowhereIntoThePrivateNetworkAndSaysSo() {
		this.manager.put("calendars/team", "{\"as\": \"layer\", \"url\": \"http://127.0.0.1:1/secret.ics\"}");
		MvcTestResult refreshed = this.http.post().uri("/api/v1/calendars/team/refresh").with(Manager.TOKEN).exchange();
		assertThat(refreshed).hasStatusOk();
		assertThat(refreshed).bodyText().contains("leads into a private network").doesNotContain("secret.ics");
	}

	@Test
	void fiveThousandEventsAreOneLayer() {
		this.manager.put("people/cleo", """
				{"displayName": "Cleo", "contactMethods": [{"type": "email", "address": "cleo@example.org"}]}""");
		this.manager.put("calendars/team", "{\"as\": \"layer\"}");
		this.manager.put("schedules/main", LAYERS);
		assertThat(send("team", CalendarFixtures.large(5000))).hasStatusOk();
		assertThat(this.manager.get("calendars/team/status")).bodyJson()
			.isLenientlyEqualTo("{\"events\": 5000, \"unknown\": [], \"warnings\": []}");
		assertThat(this.manager.get("schedules/main/shifts?from=2026-01-05T00:00:00Z&to=2027-01-05T00:00:00Z"))
			.hasStatusOk();
	}

	@Test
	void whatIsExportedAndImportedAgainIsTheSame() {
		this.manager.put("schedules/main", """
				{"timeZone": "Australia/Lord_Howe", "layers": [{"rotation": {"type": "hourly", "every": 7,
				 "handoff": {"time": "01:45"}, "start": "2026-01-05", "people": ["ada", "bob"]}}]}""");
		MvcTestResult made = this.http.post()
			.uri("/api/v1/calendar-subscriptions")
			.with(Manager.TOKEN)
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"about\": \"schedule\", \"name\": \"main\"}")
			.exchange();
		String path = SubscriptionsIntegrationTests.path(made);
		String text = new String(this.http.get().uri(path).exchange().getResponse().getContentAsByteArray(),
				StandardCharsets.UTF_8);
		this.manager.put("calendars/team", "{\"as\": \"layer\"}");
		assertThat(send("team", text)).hasStatusOk();
		this.manager.put("schedules/copy", """
				{"timeZone": "UTC", "layers": [{"calendar": "team"}]}""");
		Span span = new Span(SettableClock.START, SettableClock.START.plusSeconds(360L * 86400));
		assertThat(this.onCall.cut("copy", span)).extracting((shift) -> shift.person() + " " + shift.span())
			.isEqualTo(this.onCall.cut("main", span)
				.stream()
				.map((shift) -> shift.person() + " " + shift.span())
				.toList());
	}

	private static String event(String summary, String from, String to) {
		return """
				BEGIN:VEVENT
				UID:%s
				SUMMARY:%s
				DTSTART:20260303T%s0000Z
				DTEND:20260303T%s0000Z
				END:VEVENT
				""".formatted(UUID.nameUUIDFromBytes((summary + from).getBytes(StandardCharsets.UTF_8)), summary, from,
				to);
	}

	private MvcTestResult upload(String calendar, String events) {
		return send(calendar, "BEGIN:VCALENDAR\nVERSION:2.0\n" + events + "END:VCALENDAR\n");
	}

	private MvcTestResult send(String calendar, String text) {
		return this.http.put()
			.uri("/api/v1/calendars/" + calendar + "/content")
			.with(Manager.TOKEN)
			.contentType("text/calendar")
			.content(text.getBytes(StandardCharsets.UTF_8))
			.exchange();
	}

}
