package dev.vigie.alertingest.heartbeat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.vigie.alertingest.alert.AlertChange;
import dev.vigie.alertingest.alert.AlertIntake;
import dev.vigie.alertingest.alert.AlertReport;
import dev.vigie.alertingest.integration.IntegrationLookup;

/**
 * A missed heartbeat is an alert of its own, in the name of the integration that should
 * beat. The caller holds the heartbeat's row and the transaction.
 */
@Component
class Lapses {

	private static final String NAME = "HeartbeatMissed";

	private static final String KIND = "heartbeat";

	private final AlertIntake alerts;

	private final IntegrationLookup integrations;

	Lapses(AlertIntake alerts, IntegrationLookup integrations) {
		this.alerts = alerts;
		this.integrations = integrations;
	}

	void begin(List<Heartbeat> missed, Instant now) {
		this.alerts.take(missed.stream().map((heartbeat) -> report(heartbeat, fired(heartbeat), now)).toList(), now);
	}

	/**
	 * Ends the lapses.
	 * @param why why they end, if not by a beat
	 */
	void end(List<Heartbeat> lapsed, Instant now, @Nullable String why) {
		this.alerts.take(lapsed.stream()
			.map((heartbeat) -> report(heartbeat,
					AlertChange.resolved(fingerprint(heartbeat))
						.endsAt(now)
						.word((why != null) ? AlertChange.Word.of(why) : null)
						.build(),
					now))
			.toList(), now);
	}

	/**
	 * Whether the alert is a lapse itself, which is nobody's beat.
	 */
	static boolean isLapse(Map<String, String> labels) {
		return KIND.equals(labels.get("vigie_kind")) && NAME.equals(labels.get("alertname"));
	}

	private AlertReport report(Heartbeat heartbeat, AlertChange change, Instant now) {
		String fingerprint = fingerprint(heartbeat);
		return new AlertReport(this.integrations.whose(heartbeat.integrationId()).patient(), AlertReport.Group
			.of(fingerprint, Map.of("alertname", NAME, KIND, heartbeat.name(), "vigie_kind", KIND)), List.of(change),
				now);
	}

	private static AlertChange fired(Heartbeat heartbeat) {
		HeartbeatSpec spec = heartbeat.spec();
		Map<String, String> labels = new HashMap<>(
				Map.of("alertname", NAME, KIND, heartbeat.name(), "vigie_kind", KIND));
		if (spec.severity() != null) {
			labels.put("severity", spec.severity());
		}
		if (spec.priority() != null) {
			labels.put("priority", spec.priority());
		}
		String title = (spec.displayName() != null) ? spec.displayName() : heartbeat.name();
		String summary = (spec.alertMessage() != null) ? spec.alertMessage()
				: "Heartbeat %s was missed".formatted(title);
		return AlertChange.firing(fingerprint(heartbeat))
			.labels(labels)
			.annotations(Map.of("summary", summary, "description", description(heartbeat)))
			.build();
	}

	private static String description(Heartbeat heartbeat) {
		Duration patience = heartbeat.spec().patience();
		String last = (heartbeat.lastBeatAt() != null) ? "The last beat came at " + heartbeat.lastBeatAt()
				: "No beat ever came";
		return "%s; %s is expected to beat every %s and was given %s.".formatted(last, heartbeat.name(),
				heartbeat.spec().interval().text(), patience.toString().substring(2).toLowerCase(Locale.ROOT));
	}

	private static String fingerprint(Heartbeat heartbeat) {
		return "vigie:heartbeat:" + heartbeat.name();
	}

}
