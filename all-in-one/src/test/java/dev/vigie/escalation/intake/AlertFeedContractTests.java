package dev.vigie.escalation.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import dev.vigie.allinone.contract.Alertmanager;
import dev.vigie.escalation.intake.AlertFeed.Alert;
import dev.vigie.escalation.intake.AlertFeed.Data;
import dev.vigie.escalation.intake.AlertFeed.Group;
import dev.vigie.escalation.intake.AlertFeed.Integration;
import dev.vigie.escalation.intake.SilenceEvents.Matcher;
import dev.vigie.shared.feed.FeedEvent;
import dev.vigie.testsupport.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

class AlertFeedContractTests {

	@AutoClose
	private static final Alertmanager alertmanager = Alertmanager.start();

	@Test
	void everyEventIsReadWhole() {
		alertmanager.tells("firing", "80 %", 0);
		alertmanager.tells("firing", "90 %", 0);
		alertmanager.tells("firing", "90 %", 2);
		alertmanager.tells("resolved", "90 %", 0);
		List<FeedEvent> events = alertmanager.ingest()
			.feed()
			.stream()
			.filter((event) -> !event.subject().startsWith("silence/"))
			.toList();
		assertThat(events).extracting(FeedEvent::type)
			.containsExactly("dev.vigie.alert.fired", "dev.vigie.alert.updated", "dev.vigie.group.truncated",
					"dev.vigie.alert.resolved");
		assertThat(events).allSatisfy((event) -> assertThat(event.time()).isEqualTo(SettableClock.START));
		assertThat(events.stream().map((event) -> JsonMapper.shared().treeToValue(event.data(), Data.class)))
			.containsExactly(told(diskFull("80 %", null), 0), told(diskFull("90 %", null), 0), told(null, 2),
					told(diskFull("90 %", Instant.parse("2026-03-02T11:59:00Z")), 0));
	}

	@Test
	void everySilenceIsReadWhole() {
		String silence = """
				{"reason": "new disks", "endsAt": "2026-03-02T14:00:00Z", "team": "ops", "announce": ["chat", "ops"],
				"match": [{"label": "a", "equals": "1"}, {"label": "b", "notEquals": "2"}, {"label": "c", "matches": "3"},
				{"label": "d", "notMatches": "4"}]}""";
		alertmanager.ingest().put("/api/v1/silences/upgrade", silence);
		alertmanager.ingest().post("/api/v1/silences/upgrade/expire", "{}");
		List<FeedEvent> events = alertmanager.ingest()
			.feed()
			.stream()
			.filter((event) -> event.subject().equals("silence/upgrade"))
			.toList();
		assertThat(events).extracting(FeedEvent::type)
			.containsExactly("dev.vigie.silence.started", "dev.vigie.silence.ended");
		assertThat(events.stream()
			.map((event) -> JsonMapper.shared().treeToValue(event.data(), SilenceEvents.Data.class).silence()))
			.containsExactly(silence(Instant.parse("2026-03-02T14:00:00Z"), null), silence(SettableClock.START, "ada"));
	}

	private static SilenceEvents.Told silence(Instant end, String endedBy) {
		return new SilenceEvents.Told("upgrade", "new disks", "ada",
				List.of(new Matcher("a", "1", null, null, null), new Matcher("b", null, "2", null, null),
						new Matcher("c", null, null, "3", null), new Matcher("d", null, null, null, "4")),
				SettableClock.START, end, endedBy, "ops", List.of("chat", "ops"));
	}

	private static Data told(Alert alert, int hidden) {
		return new Data(alert, new Integration("alertmanager", "ops"),
				new Group(Map.of("alertname", "DiskFull"), hidden), null);
	}

	private static Alert diskFull(String summary, Instant endsAt) {
		return new Alert("00a1", Map.of("alertname", "DiskFull", "host", "db1"), Map.of("summary", summary),
				Instant.parse("2026-03-02T11:50:00Z"), endsAt, "http://prometheus.example:9090/graph",
				SettableClock.START, null);
	}

}
