package dev.vigie.postmortem.incidents;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import dev.vigie.allinone.contract.Alertmanager;
import dev.vigie.allinone.contract.Provider;
import dev.vigie.escalation.EscalationApplication;
import dev.vigie.postmortem.incidents.IncidentChange.Entry;
import dev.vigie.postmortem.incidents.IncidentChange.IncidentState;
import dev.vigie.shared.feed.FeedEvent;

import static dev.vigie.testsupport.SettableClock.START;
import static org.assertj.core.api.Assertions.assertThat;

class IncidentFeedContractTests {

	@AutoClose
	private static final Alertmanager alertmanager = Alertmanager.start();

	@AutoClose
	private static final Provider escalation = Provider.start(EscalationApplication.builder());

	@Test
	void everyLineOfAnIncidentIsReadWhole() {
		alertmanager.tells("firing", "80 %", 0);
		escalation.hears(alertmanager.ingest().feed());
		escalation.post("/api/v1/incidents/INC-1/acknowledge", "{}");
		escalation.post("/api/v1/incidents/INC-1/resolve", "{\"note\": \"made room\"}");
		List<FeedEvent> events = escalation.feed();
		assertThat(events).allSatisfy((event) -> {
			assertThat(event.type()).isEqualTo(IncidentChange.TYPE);
			assertThat(event.subject()).isEqualTo("INC-1");
		});
		List<IncidentChange> changes = events.stream()
			.map((event) -> JsonMapper.shared().treeToValue(event.data(), IncidentChange.class))
			.toList();
		assertThat(changes).extracting((change) -> change.entry().code())
			.contains("INCIDENT_TRIGGERED", "ACKNOWLEDGED", "RESOLVED");
		IncidentChange last = changes.getLast();
		assertThat(last.incident()).isEqualTo(new IncidentState(1, "80 %", "resolved", "P3", "ops", "alertmanager",
				Map.of("alertname", "DiskFull"), Map.of("alertname", "DiskFull", "host", "db1"), START, START, "ada",
				START, "ada", false, List.of()));
		assertThat(last.entry())
			.isEqualTo(new Entry(last.entry().id(), START, START, "RESOLVED", "ada", Map.of("note", "made room"),
					Map.of("en", "Resolved by ada – made room", "fr", "Résolu par ada – made room")));
	}

}
