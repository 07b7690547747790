package dev.vigie.alertingest.alert;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What an event of the feed says.
 */
record AlertEvent(@Nullable AlertPart alert, IntegrationPart integration, GroupPart group) {

	static AlertEvent of(AlertReport report, @Nullable Alert alert, Instant receivedAt) {
		AlertReport.Origin origin = report.origin();
		AlertReport.Group group = report.group();
		return new AlertEvent((alert != null) ? AlertPart.of(alert, receivedAt) : null,
				new IntegrationPart(origin.name(), origin.type(), origin.team()),
				new GroupPart(group.key(), group.labels(), group.hidden()));
	}

	record AlertPart(UUID id, String fingerprint, AlertStatus status, Map<String, String> labels,
			Map<String, String> annotations, Instant startsAt, @Nullable Instant endsAt, @Nullable String generatorUrl,
			Instant receivedAt) {

		static AlertPart of(Alert alert, Instant receivedAt) {
			return new AlertPart(alert.id(), alert.fingerprint(), alert.status(), alert.labels(), alert.annotations(),
					alert.startsAt(), alert.endsAt(), alert.generatorUrl(), receivedAt);
		}

	}

	record IntegrationPart(String name, String type, @Nullable String team) {
	}

	record GroupPart(String key, Map<String, String> labels, int hidden) {
	}

}
