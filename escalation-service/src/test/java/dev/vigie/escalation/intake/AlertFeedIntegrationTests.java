package dev.vigie.escalation.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import dev.vigie.shared.feed.FeedEvent;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class AlertFeedIntegrationTests {

	@Autowired
	private AlertFeed feed;

	@Autowired
	private TransactionTemplate transactions;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private SettableClock clock;

	@Test
	void opensOneIncidentForAGroup() {
		take(Told.fired("f1").summary("API is down"), Told.fired("f2"));
		take(Told.fired("f3"));
		assertThat(incidents()).containsExactly("API is down TRIGGERED firing 3 hidden 0 run 1 due");
		assertThat(codes()).containsExactly("INCIDENT_TRIGGERED", "ALERT_JOINED", "ALERT_JOINED", "ROUTE_MISSING",
				"SEVERITY_SET", "ALERT_JOINED");
		assertThat(column("labels ->> 'alertname' from incident")).containsExactly("Down");
		assertThat(column("labels ->> 'instance' from incident")).containsNull();
	}

	@Test
	@DisplayName("Check 1: a truncated message that says resolved keeps its hidden alerts open")
	void keepsTheIncidentOpenWhileTheSenderHoldsBackFiringAlerts() {
		take(Told.fired("f1").hidden(3), Told.fired("f2").hidden(3));
		later(60);
		take(Told.resolved("f1").hidden(3), Told.resolved("f2").hidden(3));
		assertThat(incidents()).containsExactly("Down TRIGGERED firing 0 hidden 3 run 1 due");
		take(Told.resolved("f1").as("dev.vigie.group.truncated").hidden(0));
		assertThat(incidents()).containsExactly("Down RESOLVED firing 0 hidden 0 run 1 idle");
		assertThat(codes()).endsWith("ALERTS_HIDDEN", "RESOLVED");
	}

	@Test
	@DisplayName("Check 2: the same body twice, also at the same moment, is one episode")
	void takesARepeatAsNothingNew() {
		take(Told.fired("f1"));
		List<String> before = incidents();
		take(Told.fired("f1"));
		assertThat(incidents()).isEqualTo(before);
		assertThat(column("fingerprint from incident_alert")).containsExactly("f1");
	}

	@Test
	void ignoresTheEndOfWhatItNeverSaw() {
		take(Told.resolved("f1"));
		take(Told.resolved("f1").as("dev.vigie.group.truncated").hidden(2));
		assertThat(incidents()).isEmpty();
	}

	@Test
	void reopensWhenTheSameEpisodeGoesOn() {
		take(Told.fired("f1"));
		later(60);
		take(Told.resolved("f1"));
		later(7200);
		take(Told.fired("f1"));
		assertThat(incidents()).containsExactly("Down TRIGGERED firing 1 hidden 0 run 2 due");
		assertThat(codes()).endsWith("RESOLVED", "REOPENED");
		assertThat(column("due_at = triggered_at + interval '7260 seconds' from incident")).containsExactly("t");
	}

	@Test
	void reopensWhenANewEpisodeBeginsSoon() {
		take(Told.fired("f1"));
		take(Told.resolved("f1"));
		later(900);
		take(Told.fired("f1").startingAt(this.clock.instant()));
		assertThat(incidents()).containsExactly("Down TRIGGERED firing 1 hidden 0 run 2 due");
	}

	@Test
	void opensAnotherIncidentWhenANewEpisodeBeginsLate() {
		take(Told.fired("f1"));
		take(Told.resolved("f1"));
		later(901);
		take(Told.fired("f1").startingAt(this.clock.instant()));
		assertThat(incidents()).containsExactly("Down RESOLVED firing 0 hidden 0 run 1 idle",
				"Down TRIGGERED firing 1 hidden 0 run 1 due");
	}

	@Test
	void followsItsAlertsIntoAnotherGroup() {
		Map<String, String> regrouped = Map.of("alertname", "Down", "cluster", "eu");
		take(Told.fired("f1").hidden(2));
		take(Told.fired("f1").as("dev.vigie.alert.updated").group(regrouped));
		take(Told.fired("f2").group(regrouped));
		assertThat(incidents()).containsExactly("Down TRIGGERED firing 2 hidden 0 run 1 due");
		take(Told.resolved("f1").group(regrouped), Told.resolved("f2").group(regrouped));
		assertThat(incidents()).containsExactly("Down RESOLVED firing 0 hidden 0 run 1 idle");
	}

	@Test
	@DisplayName("Check 9: labels or fields in another order are the same alert")
	void knowsTheGroupByItsLabelsWhateverTheirOrder() {
		take(Told.fired("f1").group(ordered("a", "1", "b", "2")));
		take(Told.fired("f2").group(ordered("b", "2", "a", "1")));
		assertThat(incidents()).hasSize(1);
	}

	@Test
	void doesNotResolveInTheMiddleOfADelivery() {
		take(Told.fired("f1"));
		later(60);
		Instant delivery = this.clock.instant();
		take(Told.resolved("f1").receivedAt(delivery), Told.fired("f2").receivedAt(delivery));
		assertThat(incidents()).containsExactly("Down TRIGGERED firing 1 hidden 0 run 1 due");
	}

	@Test
	void resolvesBetweenTwoDeliveriesThatAreReadTogether() {
		take(Told.fired("f1"));
		take(Told.resolved("f1").receivedAt(SettableClock.START.plusSeconds(10)),
				Told.fired("f2").receivedAt(SettableClock.START.plusSeconds(20)));
		assertThat(incidents()).containsExactly("Down RESOLVED firing 0 hidden 0 run 1 idle",
				"Down TRIGGERED firing 1 hidden 0 run 1 due");
	}

	@Test
	void staysResolvedByAPersonUntilAnAlertFiresAnew() {
		take(Told.fired("f1"));
		resolveByHand();
		take(Told.fired("f1"));
		take(Told.fired("f1").as("dev.vigie.alert.updated").label("x", "y"));
		assertThat(incidents()).containsExactly("Down RESOLVED firing 1 hidden 0 run 1 idle");
		take(Told.resolved("f1"));
		take(Told.fired("f1").startingAt(SettableClock.START.plusSeconds(60)));
		assertThat(incidents()).containsExactly("Down TRIGGERED firing 1 hidden 0 run 2 due");
	}

	@Test
	@DisplayName("Check 11: ten thousand alerts in one body and fifty groups at once are taken and open few incidents")
	void turnsAStormIntoOneIncident() {
		int storm = 10_000;
		for (int from = 0; from < storm; from += 500) {
			int start = from;
			take(IntStream.range(start, start + 500).mapToObj((i) -> Told.fired("f" + i)).toArray(Told[]::new));
		}
		assertThat(incidents()).containsExactly("Down TRIGGERED firing 10000 hidden 0 run 1 due");
		assertThat(codes().size()).isLessThan(50);
		take(Told.resolved("f1"));
		assertThat(incidents()).containsExactly("Down TRIGGERED firing 9999 hidden 0 run 1 due");
	}

	@DisplayName("Check 4: the end of an alert that was never seen opens nothing")
	@Test
	void opensNothingForAnAlertThatIsOver() {
		take(Told.resolved("f1").because("not repeated for 10m"));
		take(Told.resolved("f1").as("dev.vigie.alert.acknowledged").word(Map.of("by", "grace")));
		assertThat(incidents()).isEmpty();
		assertThat(codes()).isEmpty();
	}

	@DisplayName("Check 5: firing again with an old start after its end reopens")
	@Test
	void reopensWhenAnAlertComesBackWithItsOldStart() {
		take(Told.fired("f1"));
		later(60);
		take(Told.resolved("f1").receivedAt(this.clock.instant()));
		later(86_400);
		take(Told.fired("f1").startingAt(SettableClock.START.minusSeconds(60)).receivedAt(this.clock.instant()));
		assertThat(incidents()).containsExactly("Down TRIGGERED firing 1 hidden 0 run 2 due");
	}

	@DisplayName("Check 6: alerts carry over when their group key changes, and the old group closes with them")
	@Test
	void keepsItsAlertsWhenTheSenderRegroupsThemAndClosesWithThem() {
		Map<String, String> regrouped = Map.of("alertname", "Down", "cluster", "eu");
		take(Told.fired("f1").hidden(2), Told.fired("f2").hidden(2));
		// alert-ingest tells nothing of a repeat in another group, only that the old one
		// hides nothing any more
		take(Told.fired("f1").as("dev.vigie.group.truncated").hidden(0));
		take(Told.fired("f1").group(regrouped));
		assertThat(incidents()).containsExactly("Down TRIGGERED firing 2 hidden 0 run 1 due");
		later(60);
		take(Told.resolved("f1").group(regrouped).receivedAt(this.clock.instant()),
				Told.resolved("f2").group(regrouped).receivedAt(this.clock.instant()));
		assertThat(incidents()).containsExactly("Down RESOLVED firing 0 hidden 0 run 1 idle");
	}

	@Test
	void isAcknowledgedByWhoeverTakesChargeAtTheSender() {
		take(Told.fired("f1"), said("acknowledged", "f1", Map.of("by", "grace", "text", "on it")));
		assertThat(incidents()).containsExactly("Down ACKNOWLEDGED firing 1 hidden 0 run 1 idle");
		assertThat(column("acknowledged_by from incident")).containsExactly("grace via prometheus");
		take(said("acknowledged", "f1", Map.of("by", "linus")), said("acknowledged", "f9", Map.of("by", "linus")));
		assertThat(codes()).containsOnlyOnce("ACKNOWLEDGED").endsWith("SEVERITY_SET", "ACKNOWLEDGED");
		assertThat(texts("en")).endsWith("Acknowledged by grace via prometheus – on it");
	}

	@Test
	void isAcknowledgedByTheIntegrationWhenTheSenderNamesNobody() {
		take(Told.fired("f1"));
		take(said("acknowledged", "f1", Map.of()));
		assertThat(column("acknowledged_by from incident")).containsExactly("prometheus");
	}

	@Test
	void staysWithWhoeverTookItWhenTheSenderTakesItsAcknowledgementBack() {
		take(Told.fired("f1"), said("acknowledged", "f1", Map.of("by", "grace")),
				said("unacknowledged", "f1", Map.of("by", "grace")));
		assertThat(incidents()).containsExactly("Down ACKNOWLEDGED firing 1 hidden 0 run 1 idle");
		assertThat(texts("fr")).endsWith("grace via prometheus ne s'occupe plus de Down");
	}

	@Test
	void goesOnPagingWhatTheSenderSnoozes() {
		take(Told.fired("f1"));
		take(said("snoozed", "f1", Map.of("by", "grace", "until", "2026-03-02T18:00:00Z")));
		take(said("snoozed", "f1", Map.of()));
		assertThat(incidents()).containsExactly("Down TRIGGERED firing 1 hidden 0 run 1 due");
		assertThat(texts("en")).endsWith(
				"grace via prometheus snoozed Down until 2026-03-02 18:00 UTC; the escalation goes on",
				"prometheus snoozed Down; the escalation goes on");
	}

	@Test
	void keepsTheSendersNotes() {
		take(Told.fired("f1"), said("noted", "f1", Map.of("by", "grace", "text", "x".repeat(2001))));
		assertThat(texts("en").getLast()).isEqualTo("Note by grace via prometheus on Down – " + "x".repeat(2000) + "…");
		assertThat(incidents()).containsExactly("Down TRIGGERED firing 1 hidden 0 run 1 due");
	}

	@Test
	void saysWhyAnAlertEnded() {
		take(Told.fired("f1"), Told.fired("f2"));
		take(Told.resolved("f1").because("not repeated for 10m"), Told.resolved("f2"));
		assertThat(texts("en")).contains("Alert ended: Down (not repeated for 10m)", "Alert resolved: Down");
		assertThat(texts("fr")).contains("Alerte close : Down (not repeated for 10m)");
	}

	@Test
	void saysOnceWhyManyAlertsEnded() {
		take(IntStream.range(0, 11).mapToObj((i) -> Told.fired("f" + i)).toArray(Told[]::new));
		take(IntStream.range(0, 11).mapToObj((i) -> Told.resolved("f" + i).because("stale")).toArray(Told[]::new));
		assertThat(texts("en")).contains("11 alerts ended (stale), the first is Down");
	}

	@Test
	void leavesAloneWhatIsNotAboutAlerts() {
		FeedEvent silence = new FeedEvent("1.0", "1", "dev.vigie.silence.started", "/alert-ingest", "silence/db",
				SettableClock.START, "application/json", JsonMapper.shared().readTree("""
						{"silence": {"name": "db", "reason": "new disks", "author": "ada", "match": [],
						"startsAt": "2026-03-02T12:00:00Z", "endsAt": "2026-03-02T14:00:00Z"}, "muted": 2}"""));
		this.transactions.executeWithoutResult((_) -> this.feed.apply(silence));
		assertThat(incidents()).isEmpty();
	}

	@Test
	void tellsTheFeedEachLineWithTheStateOfTheIncident() {
		take(Told.fired("f1"));
		assertThat(column("data -> 'entry' ->> 'code' from feed_event order by position")).isEqualTo(codes());
		assertThat(column("distinct subject || ' ' || type from feed_event"))
			.containsExactly(column("'INC-' || number || ' dev.vigie.incident.changed' from incident").getFirst());
		assertThat(column("data -> 'entry' -> 'texts' ->> 'fr' from feed_event order by position").getFirst())
			.isEqualTo("Incident déclenché : Down");
		assertThat(column("data -> 'incident' ->> 'status' from feed_event limit 1")).containsExactly("triggered");
	}

	private static Told said(String what, String fingerprint, Map<String, Object> word) {
		return Told.fired(fingerprint).as("dev.vigie.alert." + what).word(word);
	}

	private List<String> texts(String language) {
		return column("data -> 'entry' -> 'texts' ->> '" + language + "' from feed_event order by position");
	}

	private void take(Told... told) {
		List<FeedEvent> events = Stream.of(told).map(Told::event).toList();
		this.transactions.executeWithoutResult((_) -> this.feed.applyAll(events));
	}

	private void later(long seconds) {
		this.clock.advance(Duration.ofSeconds(seconds));
	}

	private void resolveByHand() {
		this.jdbc.sql("""
				update incident set status = 'RESOLVED', resolved_by = 'ada', due_at = null, resolved_at = triggered_at
				""").update();
	}

	private List<String> incidents() {
		return column("""
				title || ' ' || status || ' firing ' || firing || ' hidden ' || hidden || ' run ' || run
					|| case when due_at is null then ' idle' else ' due' end
				from incident order by number""");
	}

	private List<String> codes() {
		return column("code from timeline_entry order by id");
	}

	private List<String> column(String rest) {
		return this.jdbc.sql("select " + rest).query((row, _) -> row.getString(1)).list();
	}

	private static Map<String, String> ordered(String... pairs) {
		Map<String, String> map = new LinkedHashMap<>();
		for (int i = 0; i < pairs.length; i += 2) {
			map.put(pairs[i], pairs[i + 1]);
		}
		return map;
	}

}
