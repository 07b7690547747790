package dev.vigie.escalation.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

import dev.vigie.escalation.Statements;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Alerts are put together as the groupings say.
 */
@IntegrationTest
class GroupedAlertsIntegrationTests {

	private static final String BY_SERVICE = """
			{"correlate": {"labels": ["service"], "within": "10m", "across": ["prometheus", "zabbix"]}}""";

	@Autowired
	private AlertFeed feed;

	@Autowired
	private TransactionTemplate transactions;

	@Autowired
	private MockMvcTester http;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private SettableClock clock;

	@Test
	void opensAnIncidentForEachCombinationOfTheChosenLabels() {
		rule("{\"by\": \"labels\", \"labels\": [\"service\", \"site\"]}");
		take(api("f1").label("site", "par"), api("f2").label("site", "lyo"), api("f3").label("site", "par"), api("f4"));
		assertThat(incidents()).containsExactly("Down (service=api, site=par) TRIGGERED firing 2 hidden 0 groups 1",
				"Down (service=api, site=lyo) TRIGGERED firing 1 hidden 0 groups 1",
				"Down (service=api) TRIGGERED firing 1 hidden 0 groups 1");
		take(end("f1").label("service", "api").label("site", "par"), end("f3"));
		assertThat(incidents().getFirst())
			.isEqualTo("Down (service=api, site=par) RESOLVED firing 0 hidden 0 groups 1");
	}

	@Test
	void opensAnIncidentForEachAlert() {
		rule("{\"by\": \"alert\"}");
		take(Told.fired("f1"), Told.fired("f2"), Told.fired("f1"));
		assertThat(incidents()).containsExactly("Down (instance=f1) TRIGGERED firing 1 hidden 0 groups 1",
				"Down (instance=f2) TRIGGERED firing 1 hidden 0 groups 1");
		take(end("f2"));
		take(Told.fired("f2"));
		assertThat(incidents()).hasSize(2).last().asString().contains("TRIGGERED firing 1");
	}

	@Test
	void countsInOneIncidentWhatTheSenderHoldsBackOfASpreadGroup() {
		rule("{\"by\": \"alert\"}");
		take(Told.fired("f1"), Told.fired("f2"));
		take(held(3));
		assertThat(incidents()).containsExactly("Down (instance=f1) TRIGGERED firing 1 hidden 3 groups 1",
				"Down (instance=f2) TRIGGERED firing 1 hidden 0 groups 1");
		assertThat(texts("en")).last()
			.isEqualTo("prometheus holds back 3 alerts of alertname=Down; the alerts of that group are in several "
					+ "incidents, these are counted here");
		take(end("f1").hidden(3));
		assertThat(incidents().getFirst()).isEqualTo("Down (instance=f1) TRIGGERED firing 0 hidden 3 groups 1");
		assertThat(view(1).get("groups")).isEqualTo(JsonMapper.shared().readTree("""
				[{"integration": "prometheus", "labels": {"alertname": "Down"}, "firing": 0, "hidden": 0},
				 {"integration": "prometheus", "labels": {"alertname": "Down"}, "firing": 0, "hidden": 3}]"""));
		take(held(0));
		assertThat(incidents().getFirst()).contains("RESOLVED firing 0 hidden 0");
		take(held(2));
		assertThat(incidents()).last().asString().contains("TRIGGERED firing 1 hidden 2");
	}

	@Test
	void joinsWhatIsAboutTheSameWithinTheWindow() {
		rule(BY_SERVICE);
		take(api("f1").group(Map.of("g", "1")));
		take(at(599, api("f2").group(Map.of("g", "2"))));
		take(at(1198, api("f3").group(Map.of("g", "3"))));
		take(at(1798, api("f4").group(Map.of("g", "4"))));
		assertThat(incidents()).containsExactly("Down (g=1) TRIGGERED firing 3 hidden 0 groups 3",
				"Down (g=4) TRIGGERED firing 1 hidden 0 groups 1");
		assertThat(texts("en")).contains("A group of prometheus joined by service=api (all): Down");
		assertThat(texts("fr")).contains("Un groupe de prometheus rattaché par service=api (all) : Down");
		assertThat(column("group_labels from incident order by number")).containsExactly("{}", "{\"g\": \"4\"}");
	}

	@Test
	void joinsNothingThatIsOver() {
		rule(BY_SERVICE);
		take(api("f1").group(Map.of("g", "1")), at(1, end("f1").group(Map.of("g", "1"))),
				at(2, api("f2").group(Map.of("g", "2"))));
		assertThat(incidents()).containsExactly("Down (g=1) RESOLVED firing 0 hidden 0 groups 1",
				"Down (g=2) TRIGGERED firing 1 hidden 0 groups 1");
	}

	@Test
	void joinsNothingThatIsPrivate() {
		rule("{\"correlate\": {\"labels\": [\"service\"], \"within\": \"10m\"}, \"storm\": {\"alerts\": 2, \"within\": \"1m\"}}");
		take(api("f1").group(Map.of("g", "1")));
		this.jdbc.sql(
				"update incident set private = true, people = '[{\"person\": \"grace\", \"addedAt\": \"2026-01-01T00:00:00Z\"}]'")
			.update();
		take(api("f2").group(Map.of("g", "2")), own("f3"));
		assertThat(incidents()).hasSize(3).last().asString().startsWith("Storm on prometheus: 1 alert in 1 group");
		this.jdbc.sql(
				"update incident set private = true, people = '[{\"person\": \"grace\", \"addedAt\": \"2026-01-01T00:00:00Z\"}]'")
			.update();
		take(own("f4"));
		assertThat(incidents()).hasSize(4).last().asString().startsWith("Storm on prometheus: 1 alert in 1 group");
	}

	@Test
	void putsTwoIntegrationsTogetherAndResolvesWhenBothAreQuiet() {
		rule(BY_SERVICE);
		Map<String, String> host = Map.of("host", "a");
		take(api("f1").hidden(2).summary("API is down"));
		take(at(60, api("f1").from("zabbix").group(host).hidden(1).label("site", "par")));
		assertThat(incidents()).containsExactly("API is down TRIGGERED firing 2 hidden 3 groups 2");
		assertThat(column("labels from incident"))
			.containsExactly("{\"service\": \"api\", \"instance\": \"f1\", \"alertname\": \"Down\"}");
		assertThat(view(1).get("groups")).isEqualTo(JsonMapper.shared().readTree("""
				[{"integration": "prometheus", "labels": {"alertname": "Down"}, "firing": 1, "hidden": 2},
				 {"integration": "zabbix", "labels": {"host": "a"}, "firing": 1, "hidden": 1}]"""));
		take(at(70, end("f1").hidden(0)));
		assertThat(incidents()).containsExactly("API is down TRIGGERED firing 1 hidden 1 groups 2");
		take(at(80, api("f2").from("zabbix").group(host).hidden(0)));
		take(at(90, end("f1").from("zabbix").group(host)));
		assertThat(incidents()).containsExactly("API is down TRIGGERED firing 1 hidden 0 groups 2");
		take(at(100, end("f2").from("zabbix").group(host)));
		assertThat(incidents()).containsExactly("API is down RESOLVED firing 0 hidden 0 groups 2");
	}

	@Test
	void takesBackOnlyTheGroupThatReturns() {
		rule(BY_SERVICE);
		take(api("f1").group(Map.of("g", "1")).hidden(1), api("f2").group(Map.of("g", "2")).hidden(5));
		resolveByHand();
		take(at(60, end("f2").group(Map.of("g", "2")).hidden(5)));
		take(at(61, api("f2").group(Map.of("g", "2")).hidden(2)));
		assertThat(incidents()).containsExactly("Down (g=1) TRIGGERED firing 2 hidden 2 groups 1");
		take(at(62, Told.fired("f3").group(Map.of("g", "1"))));
		assertThat(incidents()).containsExactly("Down (g=1) TRIGGERED firing 2 hidden 2 groups 1",
				"Down (g=1) TRIGGERED firing 1 hidden 0 groups 1");
		take(at(63, end("f1").group(Map.of("g", "1"))), at(64, end("f2").group(Map.of("g", "2"))),
				at(65, end("f3").group(Map.of("g", "1"))));
		assertThat(incidents()).allMatch((incident) -> incident.contains("RESOLVED firing 0 hidden 0"));
	}

	@Test
	void leavesRunningIncidentsAsTheyAreWhenSomebodyEditsTheRule() {
		rule("{}");
		take(api("f1"), Told.fired("f2").label("service", "db"));
		rule("{\"by\": \"labels\", \"labels\": [\"service\"]}");
		take(api("f1").as("dev.vigie.alert.updated").label("x", "y"), api("f3"));
		assertThat(incidents()).containsExactly("Down TRIGGERED firing 2 hidden 0 groups 1",
				"Down (service=api) TRIGGERED firing 1 hidden 0 groups 1");
		rule("{}");
		take(api("f3").as("dev.vigie.alert.updated").label("x", "y"), Told.fired("f4"));
		assertThat(incidents()).containsExactly("Down TRIGGERED firing 3 hidden 0 groups 1",
				"Down (service=api) TRIGGERED firing 1 hidden 0 groups 1");
		take(end("f1"), end("f2"), end("f3"), end("f4"));
		assertThat(incidents()).allMatch((incident) -> incident.contains("RESOLVED firing 0 hidden 0"));
	}

	@Test
	void gathersAStormOfTenThousandAlertsInOneIncident() {
		rule("{\"storm\": {\"alerts\": 50, \"within\": \"1m\"}}");
		List<Integer> statements = IntStream.range(0, 20)
			.map((batch) -> Statements.during(() -> take(IntStream.range(0, 500)
				.mapToObj((i) -> at(batch, own("f" + (batch * 500 + i))))
				.toArray(Told[]::new))))
			.boxed()
			.toList();
		assertThat(statements).allMatch((count) -> count < 40);
		assertThat(incidents()).hasSize(51)
			.last()
			.isEqualTo("Storm on prometheus: 9950 alerts in 9950 groups TRIGGERED firing 9950 hidden 0 groups 9950");
		assertThat(column("max(number) - min(number) < 60 from incident")).containsExactly("t");
		assertThat(codes("Storm%")).hasSizeLessThan(50)
			.containsSubsequence("INCIDENT_TRIGGERED", "STORM_STARTED", "STORM_JOINED");
		assertThat(texts("en")).contains(
				"Storm on prometheus: more than 50 alerts within 1m (all); further groups join here, the first is Down",
				"449 alerts joined the storm, the first is Down", "500 alerts joined the storm, the first is Down");
		take(IntStream.range(0, 10_000)
			.mapToObj((i) -> at(30, end("f" + i).group(Map.of("g", "f" + i))))
			.toArray(Told[]::new));
		assertThat(incidents()).allMatch((incident) -> incident.contains("RESOLVED firing 0"));
	}

	@Test
	void endsTheStormWhenTheRateWasBelowForTheWindow() {
		rule("{\"storm\": {\"alerts\": 3, \"within\": \"1m\"}}");
		take(own("f0"), own("f1"), own("f2"));
		take(at(10, own("f3")));
		take(at(119, own("f4")), at(119, own("f5")), at(119, own("f5").group(Map.of("g", "f6"))));
		take(at(120, own("f7")));
		assertThat(incidents()).containsExactly("Down (g=f0) TRIGGERED firing 1 hidden 0 groups 1",
				"Down (g=f1) TRIGGERED firing 1 hidden 0 groups 1", "Down (g=f2) TRIGGERED firing 1 hidden 0 groups 1",
				"Storm on prometheus: 3 alerts in 3 groups TRIGGERED firing 3 hidden 0 groups 3",
				"Down (g=f7) TRIGGERED firing 1 hidden 0 groups 1");
		assertThat(texts("en")).contains(
				"The storm on prometheus is over after 3 alerts in 3 groups; further groups open incidents of their own");
		assertThat(column(
				"occurred_at = timestamptz '2026-03-02T12:02:00Z' from timeline_entry where code = 'STORM_ENDED'"))
			.containsExactly("t");
		take(at(130, own("f8").group(Map.of("g", "f3"))));
		assertThat(incidents()).hasSize(5)
			.element(3)
			.asString()
			.startsWith("Storm on prometheus: 3 alerts")
			.contains("firing 4");
	}

	@Test
	void opensAnotherStormIncidentWhenSomebodyResolvedTheFirst() {
		rule("{\"storm\": {\"alerts\": 1, \"within\": \"1m\"}}");
		take(own("f0"), own("f1"));
		resolveByHand();
		take(at(1, own("f2")), at(1, own("f3")));
		assertThat(incidents()).hasSize(3)
			.last()
			.isEqualTo("Storm on prometheus: 2 alerts in 2 groups TRIGGERED firing 2 hidden 0 groups 2");
	}

	@Test
	void countsEachIntegrationForItself() {
		rule("{\"storm\": {\"alerts\": 1, \"within\": \"1m\"}}");
		take(own("f0"), own("f1").from("zabbix"), own("f2"), own("f3").from("zabbix"));
		assertThat(incidents()).hasSize(4)
			.anyMatch((one) -> one.startsWith("Storm on prometheus: 1 alert in 1 group"))
			.anyMatch((one) -> one.startsWith("Storm on zabbix: 1 alert in 1 group"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"sender\"", "\"alert\"", "\"labels\", \"labels\": [\"service\", \"instance\"]" })
	void needsNoMoreStatementsForMoreAlerts(String by) {
		rule("{\"by\": %s, \"correlate\": {\"labels\": [\"service\"], \"within\": \"1h\"}, \"storm\": {\"alerts\": 900, \"within\": \"1m\"}}"
			.formatted(by));
		List<Integer> statements = Stream.of(10, 500)
			.map((count) -> Statements.during(() -> take(IntStream.range(0, count)
				.mapToObj((i) -> own(count + "f" + i).label("service", count + "s" + (i / 2)))
				.toArray(Told[]::new))))
			.toList();
		assertThat(statements.getLast()).isLessThanOrEqualTo(statements.getFirst() + 2);
		assertThat(incidents()).hasSize(255);
		statements = Stream.of(10, 500)
			.map((count) -> Statements.during(() -> take(IntStream.range(0, count)
				.mapToObj((i) -> at(60, end(count + "f" + i).group(Map.of("g", count + "f" + i))))
				.toArray(Told[]::new))))
			.toList();
		assertThat(statements.getLast()).isLessThanOrEqualTo(statements.getFirst() + 2);
		assertThat(incidents()).allMatch((incident) -> incident.contains("RESOLVED firing 0 hidden 0"));
	}

	@Test
	void takesBackWhatNoOtherHasTakenWhenAPersonReopens() {
		rule(BY_SERVICE);
		take(api("f1").group(Map.of("g", "1")), api("f2").group(Map.of("g", "2")).hidden(4));
		String number = column("number from incident").getFirst();
		command(number, "resolve", "{}");
		take(at(5000, Told.fired("f9").group(Map.of("g", "1")).startingAt(SettableClock.START.plusSeconds(5000))));
		command(number, "reopen", "{\"reason\": \"too early\"}");
		assertThat(incidents()).containsExactly("Down (g=1) TRIGGERED firing 2 hidden 4 groups 1",
				"Down (g=1) TRIGGERED firing 1 hidden 0 groups 1");
		take(at(5001, Told.fired("f3").group(Map.of("g", "2")).hidden(1)));
		assertThat(incidents()).containsExactly("Down (g=1) TRIGGERED firing 3 hidden 1 groups 1",
				"Down (g=1) TRIGGERED firing 1 hidden 0 groups 1");
	}

	private void command(String number, String command, String body) {
		assertThat(this.http.post()
			.uri("/api/v1/incidents/" + number + "/" + command)
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.with(Tokens.by("ada", "incidents:write"))).hasStatus(200);
	}

	private static Told api(String fingerprint) {
		return Told.fired(fingerprint).label("service", "api");
	}

	private static Told own(String fingerprint) {
		return Told.fired(fingerprint).group(Map.of("g", fingerprint));
	}

	private static Told end(String fingerprint) {
		return Told.resolved(fingerprint);
	}

	private static Told held(int hidden) {
		return Told.fired("none").as("dev.vigie.group.truncated").hidden(hidden);
	}

	private static Told at(int second, Told told) {
		Instant at = SettableClock.START.plusSeconds(second);
		return told.type().endsWith("resolved") ? told.receivedAt(at) : told.receivedAt(at).startingAt(at);
	}

	private void rule(String spec) {
		assertThat(this.http.put()
			.uri("/api/v1/groupings/all")
			.contentType(MediaType.APPLICATION_JSON)
			.content(spec)
			.with(Tokens.by("ada", "config:write"))).hasStatus2xxSuccessful();
	}

	private JsonNode view(int place) {
		String number = column("number from incident order by number").get(place - 1);
		return JsonMapper.shared()
			.readTree(this.http.get()
				.uri("/api/v1/incidents/" + number)
				.with(Tokens.by("ada", "incidents:read"))
				.exchange()
				.getResponse()
				.getContentAsByteArray());
	}

	private void take(Told... told) {
		Arrays.stream(told)
			.map(Told::receivedAt)
			.max(Instant::compareTo)
			.filter((at) -> at.isAfter(this.clock.instant()))
			.ifPresent((at) -> this.clock.advance(Duration.between(this.clock.instant(), at)));
		this.transactions.executeWithoutResult((_) -> this.feed.applyAll(Stream.of(told).map(Told::event).toList()));
	}

	private void resolveByHand() {
		this.jdbc.sql("""
				update incident set status = 'RESOLVED', resolved_by = 'ada', due_at = null, resolved_at = triggered_at
				""").update();
	}

	private List<String> incidents() {
		return column("""
				title || ' ' || status || ' firing ' || firing || ' hidden ' || hidden || ' groups ' || group_count
				from incident order by number""");
	}

	private List<String> codes(String title) {
		return column("code from timeline_entry e join incident i on i.id = e.incident_id where i.title like '" + title
				+ "' order by e.id");
	}

	private List<String> texts(String language) {
		return column("data -> 'entry' -> 'texts' ->> '" + language + "' from feed_event order by position");
	}

	private List<String> column(String rest) {
		return this.jdbc.sql("select " + rest).query((row, _) -> row.getString(1)).list();
	}

}
