package dev.vigie.oncall;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.vigie.oncall.schedule.OnCall;
import dev.vigie.oncall.schedule.Role;
import dev.vigie.oncall.schedule.Shift;
import dev.vigie.oncall.span.Span;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class OverridesIntegrationTests {

	private static final String PATH = "schedules/main/overrides";

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
	void aPersonTakesOverAndTheOneBelowGoesOn() {
		override("bob", "09", "17");
		assertThat(drawn()).isEqualTo("aaaaaaaaabbbbbbbbaaaaaaa");
	}

	@Test
	void theReasonIsTheOverrideAndWhoMadeItIsTold() {
		String id = id(override("bob", "09", "17"));
		assertThat(this.manager.get("schedules/main/on-call?at=" + Tuesday.at("10"))).bodyJson()
			.isLenientlyEqualTo(
					"""
							{"shifts": [{"person": "bob", "role": "primary", "start": "2026-03-03T09:00:00Z", "end": "2026-03-03T17:00:00Z",
							 "cause": {"kind": "override", "name": "%s"}}]}"""
						.formatted(id));
		assertThat(this.manager.get(PATH + "/" + id)).bodyJson()
			.isLenientlyEqualTo(
					"""
							{"id": "%s", "schedule": "main", "person": "bob", "role": "primary", "start": "2026-03-03T09:00:00Z",
							 "end": "2026-03-03T17:00:00Z", "author": "grace", "createdAt": "2026-03-02T12:00:00Z"}"""
						.formatted(id));
	}

	@Test
	void anOverrideBeatsEveryLevel() {
		String layers = """
				{"timeZone": "UTC", "layers": [
				 {"level": 1, "rotation": {"type": "daily", "handoff": {"time": "00:00"}, "start": "2026-01-05", "people": ["ada"]}},
				 {"level": 100, "rotation": {"type": "daily", "handoff": {"time": "00:00"}, "start": "2026-01-05", "people": ["bob"]},
				  "restrictions": [{"from": "08:00", "to": "12:00"}]}]}""";
		this.manager.put("schedules/main", layers);
		override("cleo", "10", "14");
		assertThat(drawn()).isEqualTo("aaaaaaaabbccccaaaaaaaaaa");
	}

	@Test
	void theLaterOfTwoOverridesOnTheSameHoursWinsAndLeavesOnePersonOnCall() {
		override("bob", "06", "18");
		override("cleo", "08", "12");
		override("dan", "10", "20");
		assertThat(drawn()).isEqualTo("aaaaaabbccddddddddddaaaa");
		override("bob", "06", "18");
		assertThat(drawn()).isEqualTo("aaaaaabbbbbbbbbbbbddaaaa");
	}

	@Test
	void ofOverridesThatBeginTogetherTheLaterOneWinsHoweverLongTheyAre() {
		override("bob", "06", "09");
		override("cleo", "06", "18");
		assertThat(drawn()).isEqualTo("aaaaaaccccccccccccaaaaaa");
		override("bob", "06", "09");
		assertThat(drawn()).isEqualTo("aaaaaabbbcccccccccaaaaaa");
	}

	@Test
	void anOverrideIsFoundInTheMiddleOfOneThatAnotherSplits() {
		override("bob", "06", "18");
		override("cleo", "11", "13");
		assertThat(drawn()).isEqualTo("aaaaaabbbbbccbbbbbaaaaaa");
		assertThat(this.onCall.at("main", Tuesday.MIDNIGHT.plus(Duration.ofHours(12)))).singleElement()
			.satisfies((shift) -> assertThat(shift.person()).isEqualTo("cleo"));
	}

	@Test
	void anOverrideThatReachesOutOfTheQuestionIsShownWhole() {
		this.manager.post(PATH, """
				{"person": "bob", "start": "2026-03-02T20:00:00Z", "end": "2026-03-05T20:00:00Z"}""");
		assertThat(drawn()).isEqualTo("b".repeat(24));
		assertThat(
				this.manager.get("schedules/main/shifts?from=%s&to=%s".formatted(Tuesday.at("09"), Tuesday.at("10"))))
			.bodyJson()
			.isLenientlyEqualTo("""
					{"items": [{"person": "bob", "start": "2026-03-02T20:00:00Z", "end": "2026-03-05T20:00:00Z"}]}""");
	}

	@Test
	void adjacentOverridesMeetWithoutHoleOrOverlap() {
		override("bob", "06", "12");
		override("cleo", "12", "18");
		assertThat(drawn()).isEqualTo("aaaaaabbbbbbccccccaaaaaa");
		assertThat(this.onCall.at("main", Tuesday.MIDNIGHT.plus(Duration.ofHours(12)))).extracting("person")
			.isEqualTo(List.of("cleo"));
		assertThat(this.onCall.at("main", Tuesday.MIDNIGHT.plus(Duration.ofHours(12)).minusNanos(1)))
			.extracting("person")
			.isEqualTo(List.of("bob"));
	}

	@Test
	void anOverrideMayBeShorterThanAMinute() {
		this.manager.post(PATH, """
				{"person": "bob", "start": "2026-03-03T09:00:00.25Z", "end": "2026-03-03T09:00:20Z"}""");
		assertThat(this.manager.get("schedules/main/on-call?at=2026-03-03T09:00:00.249Z")).bodyJson()
			.extractingPath("shifts[*].person")
			.isEqualTo(List.of("ada"));
		assertThat(this.manager.get("schedules/main/on-call?at=2026-03-03T09:00:00.25Z")).bodyJson()
			.isLenientlyEqualTo("{\"shifts\": [{\"person\": \"bob\", \"end\": \"2026-03-03T09:00:20Z\"}]}");
		assertThat(this.manager.get("schedules/main/on-call?at=2026-03-03T09:00:20Z")).bodyJson()
			.extractingPath("shifts[*].person")
			.isEqualTo(List.of("ada"));
	}

	@Test
	void anOverrideThatCoversAGapRemovesIt() {
		this.manager.put("schedules/main", Tuesday.ADA_BY_DAY);
		String gaps = "schedules/main/gaps?from=2026-03-03T00:00:00Z&to=2026-03-04T00:00:00Z";
		assertThat(this.manager.get(gaps)).bodyJson()
			.isLenientlyEqualTo(
					"""
							{"items": [{"start": "2026-03-03T00:00:00Z", "end": "2026-03-03T06:00:00Z"}, {"start": "2026-03-03T18:00:00Z"}]}""");
		override("bob", "00", "06");
		assertThat(drawn()).isEqualTo("bbbbbbaaaaaaaaaaaa......");
		assertThat(this.manager.get(gaps)).bodyJson()
			.isLenientlyEqualTo("{\"items\": [{\"start\": \"2026-03-03T18:00:00Z\"}]}");
	}

	@Test
	void anOverrideByNobodyIsRefusedAndErasesNobody() {
		assertThat(override("eve", "09", "17")).hasStatus(400)
			.bodyJson()
			.isLenientlyEqualTo("{\"errors\": [{\"field\": \"person\", \"reason\": \"there is no Person eve\"}]}");
		assertThat(drawn()).isEqualTo("a".repeat(24));
	}

	@Test
	void anOverrideBySomebodyWhoHasLeftByThenIsRefused() {
		this.manager.post("people/bob/deactivate", """
				{"reason": "leaves", "from": "2026-03-03T12:00:00Z"}""");
		assertThat(override("bob", "09", "17")).hasStatus(400)
			.bodyJson()
			.extractingPath("errors[*].field")
			.isEqualTo(List.of("person"));
		assertThat(override("bob", "09", "12")).hasStatus(201);
		assertThat(drawn()).isEqualTo("aaaaaaaaabbbaaaaaaaaaaaa");
	}

	@Test
	void anErasedPersonIsAnotherNameInOverridesAndTheHoursStay() {
		assertThat(this.manager.post(PATH, body("bob", "09", "17", ", \"reason\": \"bob is better\""))).hasStatus(201);
		assertThat(this.manager.get("people/bob/export")).bodyJson()
			.isLenientlyEqualTo("{\"parts\": {\"overrides\": [{\"wish\": {\"person\": \"bob\"}}]}}");
		this.clock.set(Tuesday.MIDNIGHT.plus(Duration.ofDays(1)));
		assertThat(this.manager.post("people/bob/erase", "{}")).hasStatusOk();
		assertThat(this.manager.get(PATH + "?from=%s&to=%s".formatted(Tuesday.at("09"), Tuesday.at("10")))).bodyText()
			.doesNotContain("bob")
			.contains("2026-03-03T17:00:00Z");
		assertThat(drawn()).doesNotContain("b").hasSize(24).startsWith("aaaaaaaaa").endsWith("aaaaaaa");
	}

	@Test
	void anOverrideMayReplaceOneOfSeveral() {
		this.manager.put("schedules/main", Tuesday.ADA_AND_BOB);
		assertThat(this.manager.post(PATH, body("cleo", "09", "17", ", \"replaces\": \"ada\""))).hasStatus(201);
		assertThat(drawn()).isEqualTo("a+b".repeat(9) + "b+c".repeat(8) + "a+b".repeat(7));
	}

	@Test
	void anOverrideOfOnePersonLeavesGapsAsTheyAre() {
		this.manager.put("schedules/main", Tuesday.ADA_BY_DAY);
		assertThat(this.manager.post(PATH, body("bob", "00", "12", ", \"replaces\": \"ada\""))).hasStatus(201);
		assertThat(drawn()).isEqualTo("......bbbbbbaaaaaa......");
	}

	@Test
	void anOverrideOfARoleLeavesOthersAlone() {
		assertThat(this.manager.post(PATH, body("bob", "09", "17", ", \"role\": \"backup\""))).hasStatus(201);
		assertThat(drawn()).isEqualTo("a".repeat(24));
		assertThat(Tuesday.drawn(this.onCall, "main", Role.BACKUP)).isEqualTo(".........bbbbbbbb.......");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{"person": "bob", "start": "2026-03-03T09:00:00Z"} | end
					{"person": "bob", "start": "2026-03-03T09:00:00", "end": "2026-03-03T17:00:00Z"} | start
					{"person": "bob", "start": "2026-03-03T17:00:00Z", "end": "2026-03-03T17:00:00Z"} | end
					{"person": "bob", "start": "2026-03-03T17:00:00.0000001Z", "end": "2026-03-03T17:00:00.0000009Z"} | end
					{"person": "bob", "start": "2026-03-03T17:00:00Z", "end": "2027-03-04T17:00:01Z"} | end
					{"person": "bob", "start": "2026-03-01T00:00:00Z", "end": "2026-03-02T12:00:00Z"} | end
					{"person": "bob", "start": "2026-03-03T09:00:00Z", "end": "2026-03-03T17:00:00Z", "role": "boss"} | role
					{"person": "bob", "start": "2026-03-03T09:00:00Z", "end": "2026-03-03T17:00:00Z", "replaces": "bob"} | replaces
					{"person": "bob", "start": "2026-03-03T09:00:00Z", "end": "2026-03-03T17:00:00Z", "replaces": "cleo"} | replaces
					{"person": "bob", "start": "2026-03-03T09:00:00Z", "end": "2026-03-03T17:00:00Z", "replaces": "eve"} | replaces
					{"person": "bob", "start": "2026-03-03T09:00:00Z", "end": "2026-03-03T17:00:00Z", "who": "me"} | who
					{"person": "bob", "start": "2026-03-03T09:00:00Z", "end": "2026-03-03T17:00:00Z", "id": "1"} | id
					""")
	void refusesWhatCannotBeAndNamesTheField(String body, String field) {
		assertThat(this.manager.post(PATH, body)).hasStatus(400)
			.bodyJson()
			.extractingPath("errors[*].field")
			.isEqualTo(List.of(field));
		assertThat(drawn()).isEqualTo("a".repeat(24));
	}

	@ParameterizedTest
	@CsvSource({ "Europe/Paris, 2026-03-29T01:00:00Z", "Europe/Paris, 2026-10-25T01:00:00Z",
			"America/Chicago, 2026-03-08T08:00:00Z", "America/Chicago, 2026-11-01T07:00:00Z",
			"Australia/Lord_Howe, 2026-10-03T15:30:00Z", "Australia/Lord_Howe, 2027-04-03T15:00:00Z",
			"Asia/Kolkata, 2026-03-29T01:00:00Z", "Pacific/Apia, 2026-03-29T01:00:00Z" })
	void leavesNeitherHoleNorOverlapOnANightWhenTheClockChanges(String zone, Instant jump) {
		this.manager.put("schedules/main", """
				{"timeZone": "%s", "layers": [{"rotation": {"type": "daily", "handoff": {"time": "02:30"},
				 "start": "2026-03-02", "people": ["ada", "cleo"]}}]}""".formatted(zone));
		Instant start = jump.minus(Duration.ofMinutes(45));
		Instant end = jump.plus(Duration.ofMinutes(45));
		this.manager.post(PATH, """
				{"person": "bob", "start": "%s", "end": "%s"}""".formatted(start, end));
		Instant handedOver = start.minus(Duration.ofDays(2));
		for (Shift shift : this.onCall.cut("main", new Span(handedOver, end.plus(Duration.ofDays(2))))) {
			assertThat(shift.start()).isEqualTo(handedOver);
			handedOver = shift.end();
		}
		assertThat(handedOver).isEqualTo(end.plus(Duration.ofDays(2)));
		assertThat(this.onCall.shifts("main", new Span(start, end))).singleElement()
			.satisfies((shift) -> assertThat(shift.person()).isEqualTo("bob"))
			.satisfies((shift) -> assertThat(shift.span()).isEqualTo(new Span(start, end)));
	}

	@Test
	void lastsAYearAtMost() {
		assertThat(this.manager.post(PATH, """
				{"person": "bob", "start": "2026-03-03T17:00:00Z", "end": "2027-03-04T17:00:00Z"}""")).hasStatus(201);
	}

	@Test
	void beginsNowIfItWasToBeginEarlier() {
		MvcTestResult made = this.manager.post(PATH, """
				{"person": "bob", "start": "2026-03-02T10:00:00+01:00", "end": "2026-03-02T18:00:00+01:00"}""");
		assertThat(made).hasStatus(201).bodyJson().isLenientlyEqualTo("""
				{"start": "2026-03-02T12:00:00Z", "end": "2026-03-02T17:00:00Z"}""");
		assertThat(this.manager.get("schedules/main/on-call?at=2026-03-02T11:59:59Z")).bodyJson()
			.extractingPath("shifts[0].person")
			.isEqualTo("ada");
		assertThat(this.manager.get("schedules/main/on-call")).bodyJson()
			.extractingPath("shifts[0].person")
			.isEqualTo("bob");
	}

	@Test
	void endsNowWhenItIsTakenBackAndItsPastStays() {
		String id = id(override("bob", "09", "17"));
		this.clock.set(Tuesday.MIDNIGHT.plus(Duration.ofHours(12)));
		assertThat(this.manager.delete(PATH + "/" + id)).hasStatus(204);
		assertThat(drawn()).isEqualTo("aaaaaaaaabbbaaaaaaaaaaaa");
		this.clock.advance(Duration.ofHours(1));
		assertThat(this.manager.delete(PATH + "/" + id)).hasStatus(204);
		assertThat(drawn()).isEqualTo("aaaaaaaaabbbaaaaaaaaaaaa");
		assertThat(this.manager.get(PATH + "/" + id)).bodyJson().isLenientlyEqualTo("""
				{"end": "2026-03-03T12:00:00Z", "endedAt": "2026-03-03T12:00:00Z", "endedBy": "grace"}""");
	}

	@Test
	void leavesNothingWhenItIsTakenBackBeforeItBegins() {
		String id = id(override("bob", "09", "17"));
		assertThat(this.manager.delete(PATH + "/" + id)).hasStatus(204);
		assertThat(drawn()).isEqualTo("a".repeat(24));
		assertThat(this.manager.get(PATH)).bodyJson().isLenientlyEqualTo("{\"items\": []}");
		assertThat(this.manager.delete(PATH + "/" + UUID.randomUUID())).hasStatus(404);
		assertThat(this.manager.delete("schedules/absent/overrides/" + id)).hasStatus(404);
	}

	@Test
	void keepsItsPastWhenItIsOver() {
		String id = id(override("bob", "09", "17"));
		this.clock.set(Tuesday.MIDNIGHT.plus(Duration.ofDays(7)));
		assertThat(this.manager.delete(PATH + "/" + id)).hasStatus(204);
		assertThat(drawn()).isEqualTo("aaaaaaaaabbbbbbbbaaaaaaa");
	}

	@Test
	void isMadeOnceUnderTheSameId() {
		String body = body("bob", "09", "17", ", \"id\": \"7c0a4a0e-2f3b-4f37-9d2c-7d3a3e1f0c11\"");
		assertThat(this.manager.post(PATH, body)).hasStatus(201)
			.hasHeader("Location", "/api/v1/schedules/main/overrides/7c0a4a0e-2f3b-4f37-9d2c-7d3a3e1f0c11");
		override("cleo", "09", "17");
		assertThat(this.manager.post(PATH, body)).hasStatus(200);
		assertThat(drawn()).isEqualTo("aaaaaaaaaccccccccaaaaaaa");
		assertThat(this.manager.post(PATH, body.replace("bob", "dan"))).hasStatus(409)
			.bodyJson()
			.extractingPath("type")
			.isEqualTo("/problems/override-id");
	}

	@Test
	void isMadeOnceUnderTheSameKeyAlsoWhenItWasTakenBack() {
		MvcTestResult made = withKey("pager-7", body("bob", "09", "17", ""));
		assertThat(made).hasStatus(201);
		this.clock.advance(Duration.ofMinutes(5));
		assertThat(withKey("pager-7", body("bob", "09", "17", ""))).hasStatus(200);
		this.manager.delete(PATH + "/" + id(made));
		assertThat(withKey("pager-7", body("bob", "09", "17", ""))).hasStatus(200);
		assertThat(drawn()).isEqualTo("a".repeat(24));
		assertThat(withKey("pager-8", body("bob", "09", "17", ""))).hasStatus(201);
		assertThat(withKey(" ", body("bob", "09", "17", ""))).hasStatus(400);
	}

	@Test
	void isMadeOnceByManyAtOnce() throws Exception {
		Callable<Integer> request = () -> withKey("once", body("bob", "09", "17", "")).getResponse().getStatus();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Integer>> answers = threads.invokeAll(List.of(request, request, request, request));
			assertThat(answers).extracting(Future::get).containsExactlyInAnyOrder(201, 200, 200, 200);
		}
	}

	@Test
	void listsThoseThatMeetASpan() {
		override("bob", "09", "10");
		override("cleo", "10", "11");
		assertThat(this.manager.get(PATH + "?from=%s&to=%s".formatted(Tuesday.at("10"), Tuesday.at("12")))).bodyJson()
			.extractingPath("items[*].person")
			.isEqualTo(List.of("cleo"));
		assertThat(this.manager.get(PATH)).bodyJson()
			.extractingPath("items[*].person")
			.isEqualTo(List.of("bob", "cleo"));
		assertThat(this.manager.get("schedules/absent/overrides")).hasStatus(404);
	}

	@Test
	void theFeedTellsThatOthersAreOnCall() {
		String id = id(override("bob", "09", "17"));
		override("eve", "09", "17");
		this.manager.delete(PATH + "/" + id);
		this.manager.delete(PATH + "/" + id);
		assertThat(this.http.get().uri("/feed?lastEventId=5").with(Tokens.by("escalation-service", "feed:read")))
			.bodyJson()
			.isLenientlyEqualTo("""
					[{"subject": "Schedule/main", "type": "dev.vigie.roster.changed"},
					 {"subject": "Schedule/main", "type": "dev.vigie.roster.changed"}]""");
	}

	@Test
	void aScheduleThatIsMadeAgainBeginsWithoutTheOverridesOfItsNamesake() {
		override("bob", "09", "17");
		this.manager.delete("schedules/main");
		this.manager.put("schedules/main", Tuesday.ADA);
		assertThat(drawn()).isEqualTo("a".repeat(24));
	}

	@Test
	void whoStandsInAnOverrideIsNotDeleted() {
		override("bob", "09", "17");
		assertThat(this.manager.delete("people/bob")).hasStatus(409)
			.bodyJson()
			.extractingPath("type")
			.isEqualTo("/problems/in-use");
		assertThat(this.manager.delete("people/cleo")).hasStatus(204);
	}

	@Test
	void whoeverIsOnDutyMayMakeOneAndAViewerMayNot() {
		assertThat(by("erin", "cover:write")).hasStatus(201).bodyJson().extractingPath("author").isEqualTo("erin");
		assertThat(by("erin", "schedules:read")).hasStatus(403);
		assertThat(this.http.get().uri("/api/v1/" + PATH).with(Tokens.by("erin", "schedules:read"))).hasStatus(200);
		assertThat(this.http.get().uri("/api/v1/" + PATH).with(Tokens.by("erin", "cover:write"))).hasStatus(403);
		assertThat(this.http.put()
			.uri("/api/v1/schedules/main")
			.with(Tokens.by("erin", "cover:write"))
			.contentType(MediaType.APPLICATION_JSON)
			.content(Tuesday.ADA_BY_DAY)).hasStatus(403);
	}

	private MvcTestResult by(String person, String scope) {
		return this.http.post()
			.uri("/api/v1/" + PATH)
			.with(Tokens.by(person, scope))
			.contentType(MediaType.APPLICATION_JSON)
			.content(body("bob", "09", "17", ""))
			.exchange();
	}

	private MvcTestResult withKey(String key, String body) {
		return this.http.post()
			.uri("/api/v1/" + PATH)
			.with(Manager.TOKEN)
			.header("Idempotency-Key", key)
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

	private MvcTestResult override(String person, String from, String to) {
		return this.manager.post(PATH, body(person, from, to, ""));
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
