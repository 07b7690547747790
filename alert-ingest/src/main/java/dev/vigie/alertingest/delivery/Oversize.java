package dev.vigie.alertingest.delivery;

import java.time.Instant;
import java.util.Map;

import dev.vigie.alertingest.alert.AlertChange;
import dev.vigie.alertingest.alert.AlertReport;
import dev.vigie.alertingest.integration.IntegrationRef;
import dev.vigie.alertingest.sender.Reading;

/**
 * Bodies that are too large are one alert of their own, in the name of the integration
 * and so for the team that owns it: who sent them seldom looks at what was answered, and
 * the alerts in them are lost. Pure.
 */
final class Oversize {

	static final String FINGERPRINT = "vigie:too-large";

	private static final String NAME = "BodyTooLarge";

	private static final String KIND = "too-large";

	private Oversize() {
	}

	/**
	 * A delivery that was refused, and the alert that says so.
	 */
	static GroupCommit.Entry begin(IntegrationRef integration, Delivery refused) {
		AlertReport report = AlertReport.own(integration, NAME, KIND, AlertChange.firing(FINGERPRINT)
			.labels(Map.of("alertname", NAME, "integration", integration.name(), "severity", "critical", "vigie_kind",
					KIND))
			.annotations(Map.of("summary",
					"%s sends bodies that are too large: their alerts are lost".formatted(integration.name()),
					"description", """
							%s. Each such body is answered 413 and stands in the log of deliveries. This ends when a \
							delivery was taken and none was too large for five minutes.""".formatted(refused.reason())))
			.build(), refused.receivedAt());
		return new GroupCommit.Entry(report.integration(), refused, Reading.of(report.group(), report.changes()),
				Kept.NOTHING);
	}

	static AlertReport end(IntegrationRef integration, Instant now) {
		return AlertReport.own(integration, NAME, KIND, AlertChange.resolved(FINGERPRINT).endsAt(now).build(), now);
	}

}
