package dev.vigie.alertingest.alert;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import dev.vigie.alertingest.integration.IntegrationRef;

/**
 * What an event of the feed says.
 *
 * @param word what a person or the sender added, with {@code acknowledged},
 * {@code unacknowledged}, {@code snoozed} and {@code noted}
 */
record AlertEvent(@Nullable AlertPart alert, IntegrationPart integration, GroupPart group,
		@JsonInclude(JsonInclude.Include.NON_NULL) AlertChange.@Nullable Word word) {

	static AlertEvent of(IntegrationRef integration, AlertReport.Group group, @Nullable AlertPart alert) {
		return new AlertEvent(alert, new IntegrationPart(integration.name(), integration.type(), integration.team()),
				new GroupPart(group.key(), group.labels(), group.hidden()), null);
	}

	AlertEvent with(AlertChange.@Nullable Word word) {
		return new AlertEvent(this.alert, this.integration, this.group, word);
	}

	/**
	 * The alert as it is after the event.
	 *
	 * @param endReason why it ended, if not because the sender saw it healthy
	 */
	record AlertPart(UUID id, String fingerprint, AlertStatus status, Map<String, String> labels,
			Map<String, String> annotations, Instant startsAt, @Nullable Instant endsAt, @Nullable String generatorUrl,
			Instant receivedAt, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String endReason) {

		static AlertPart of(Alert alert, Instant receivedAt) {
			return new AlertPart(alert.id(), alert.fingerprint(), alert.status(), alert.labels(), alert.annotations(),
					alert.startsAt(), alert.endsAt(), alert.generatorUrl(), receivedAt, alert.endReason());
		}

	}

	record IntegrationPart(String name, String type, @Nullable String team) {
	}

	record GroupPart(String key, Map<String, String> labels, int hidden) {
	}

}
