package dev.vigie.postmortem.incidents;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.vigie.shared.feed.FeedEvent;
import dev.vigie.testsupport.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@IntegrationTest
class IncidentFeedIntegrationTests {

	private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

	@Autowired
	private IncidentEvents events;

	@Autowired
	private Incidents incidents;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void keepsTheIncidentAndTheLineOfItsTimeline() {
		this.events.take(IncidentEvents.read(IncidentEvents.fixture()));
		assertThat(this.incidents.find(42)).contains(new IncidentFacts(42, "DiskFull on api", "resolved", "P1",
				"platform", NOON, Instant.parse("2026-03-02T12:05:00Z"), Instant.parse("2026-03-02T12:20:00Z")));
		assertThat(this.incidents.timeline(42, null, 10, Language.FR)).containsExactly(new TimelineLine("1017",
				Instant.parse("2026-03-02T12:20:00Z"), "RESOLVED", null, "Résolu : toutes les alertes sont terminées"));
	}

	@Test
	void anEventToldAgainChangesNothing() {
		FeedEvent triggered = this.events.tell(42, "triggered", "P3", NOON);
		this.events.tell(42, "acknowledged", "P2", NOON.plusSeconds(60));
		this.events.take(triggered);
		this.events.take(triggered);
		assertThat(this.incidents.find(42)).hasValueSatisfying((incident) -> {
			assertThat(incident.status()).isEqualTo("acknowledged");
			assertThat(incident.highestSeverity()).isEqualTo("P2");
		});
		assertThat(codes(42)).containsExactly("TRIGGERED", "ACKNOWLEDGED");
	}

	@Test
	void linesStandInTheOrderInWhichThingsHappened() {
		this.events.tell(42, "acknowledged", "P1", NOON.plusSeconds(60));
		this.events.tell(42, "triggered", "P1", NOON);
		this.events.tell(42, "resolved", "P1", NOON.plusSeconds(60));
		assertThat(codes(42)).containsExactly("TRIGGERED", "ACKNOWLEDGED", "RESOLVED");
	}

	@Test
	void anEarlierEventThatComesLateDoesNotUndoALaterOne() {
		FeedEvent earlier = this.events.event(42, "triggered", "P1", NOON);
		this.events.tell(42, "acknowledged", "P3", NOON.plusSeconds(60));
		this.events.take(earlier);
		assertThat(this.incidents.find(42)).hasValueSatisfying((incident) -> {
			assertThat(incident.status()).isEqualTo("acknowledged");
			assertThat(incident.highestSeverity()).isEqualTo("P1");
		});
		assertThat(codes(42)).containsExactly("TRIGGERED", "ACKNOWLEDGED");
	}

	@Test
	void aLongTimelineIsReadInParts() {
		this.events.tell(42, "triggered", "P1", NOON.minus(Duration.ofDays(1)));
		this.jdbc.sql("""
				insert into incident_entry (incident_number, id, occurred_at, recorded_at, position, code, params)
				select 42, 'line-' || line, :noon::timestamptz + line / 7 * interval '1 second', :noon, 100 + line,
					'ALERT_UPDATED', '{}'
				from generate_series(1, 9999) line
				""").param("noon", NOON.atOffset(ZoneOffset.UTC)).update();
		int read = 0;
		String last = null;
		while (true) {
			List<TimelineLine> lines = this.incidents.timeline(42, last, 1000, Language.EN);
			if (lines.isEmpty()) {
				break;
			}
			for (TimelineLine line : lines) {
				assertThat(line.id()).isEqualTo((read == 0) ? line.id() : "line-" + read);
				read++;
			}
			last = lines.getLast().id();
		}
		assertThat(read).isEqualTo(10_000);
	}

	@Test
	void anEventOfAnotherKindIsForOthers() {
		ObjectNode event = IncidentEvents.fixture();
		event.put("type", "dev.vigie.something.else");
		event.putObject("data");
		this.events.take(IncidentEvents.read(event));
		assertThat(this.incidents.find(42)).isEmpty();
	}

	@Test
	void newWordsAndFieldsOfTheTellerAreTakenAsTheyAre() {
		ObjectNode event = IncidentEvents.fixture();
		ObjectNode incident = (ObjectNode) event.get("data").get("incident");
		incident.put("status", "snoozed")
			.put("snoozedUntil", "2026-03-02T13:00:00Z")
			.putNull("severity")
			.putNull("labels");
		ObjectNode entry = (ObjectNode) event.get("data").get("entry");
		entry.put("code", "SNOOZED").remove("texts");
		entry.put("id", "a-b");
		this.events.take(IncidentEvents.read(event));
		assertThat(this.incidents.timeline(42, null, 10, Language.FR)).extracting(TimelineLine::text)
			.containsExactly("SNOOZED");
	}

	@Test
	void anEventThatMakesNoSenseIsRefusedWhole() {
		for (String part : List.of("incident", "entry")) {
			ObjectNode event = IncidentEvents.fixture();
			((ObjectNode) event.get("data")).remove(part);
			assertThatExceptionOfType(JacksonException.class)
				.isThrownBy(() -> this.events.take(IncidentEvents.read(event)))
				.withMessageContaining(part);
		}
		assertThat(this.incidents.find(42)).isEmpty();
	}

	private List<String> codes(long number) {
		return this.incidents.timeline(number, null, 100, Language.EN).stream().map(TimelineLine::code).toList();
	}

}
