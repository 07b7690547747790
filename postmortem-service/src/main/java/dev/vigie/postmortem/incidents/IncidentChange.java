package dev.vigie.postmortem.incidents;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What one event of escalation-service's feed says, as far as it is used here.
 *
 * @param incident the incident as it was after the change
 * @param entry the line of its timeline
 */
record IncidentChange(IncidentState incident, Entry entry) {

	static final String TYPE = "dev.vigie.incident.changed";

	IncidentChange {
		Objects.requireNonNull(incident, "incident");
		Objects.requireNonNull(entry, "entry");
	}

	/**
	 * An incident after a change.
	 */
	record IncidentState(long number, String title, String status, @Nullable String severity, @Nullable String team,
			@Nullable String integration, @Nullable Map<String, String> groupLabels,
			@Nullable Map<String, String> labels, Instant triggeredAt, @Nullable Instant acknowledgedAt,
			@Nullable String acknowledgedBy, @Nullable Instant resolvedAt, @Nullable String resolvedBy,
			@JsonProperty("private") @Nullable Boolean isPrivate, @Nullable List<String> people) {

		IncidentState {
			Objects.requireNonNull(title, "incident.title");
			Objects.requireNonNull(status, "incident.status");
			Objects.requireNonNull(triggeredAt, "incident.triggeredAt");
		}

		/**
		 * Who alone may know of it, null where everybody may who reads incidents.
		 */
		@Nullable List<String> visibleTo() {
			return Boolean.TRUE.equals(this.isPrivate) ? Objects.requireNonNullElse(this.people, List.of()) : null;
		}

	}

	/**
	 * One line of the timeline with its text in each language.
	 */
	record Entry(String id, Instant occurredAt, Instant recordedAt, String code, @Nullable String actor,
			@Nullable Map<String, @Nullable Object> params, @Nullable Map<String, String> texts) {

		Entry {
			Objects.requireNonNull(id, "entry.id");
			Objects.requireNonNull(occurredAt, "entry.occurredAt");
			Objects.requireNonNull(recordedAt, "entry.recordedAt");
			Objects.requireNonNull(code, "entry.code");
		}

		@Nullable String text(Language language) {
			return (this.texts != null) ? this.texts.get(language.tag()) : null;
		}

	}

}
