package dev.vigie.escalation.incident;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.vigie.shared.feed.Feed;

/**
 * Tells other programs each line of a timeline, and what the incident is like then.
 */
@Component
class IncidentFeed {

	private static final String CHANGED = "dev.vigie.incident.changed";

	private final Feed feed;

	private final TimelineTexts texts;

	IncidentFeed(Feed feed, TimelineTexts texts) {
		this.feed = feed;
		this.texts = texts;
	}

	/**
	 * Lets lines be told while the current transaction commits.
	 */
	void prepare() {
		this.feed.prepare();
	}

	void append(Subject incident, TimelineTable.Line line) {
		Words words = new Words(this.texts.text(line, Locale.ENGLISH), this.texts.text(line, Locale.FRENCH));
		Entry entry = new Entry(line.id(), line.occurredAt(), line.recordedAt(), line.code(), line.actor(),
				line.params(), words);
		this.feed.append(CHANGED, Incident.name(incident.number()), new Changed(incident, entry));
	}

	/**
	 * The data of an event.
	 */
	record Changed(Subject incident, Entry entry) {
	}

	/**
	 * The incident at the moment of the line.
	 *
	 * @param people who alone may know of it while it is private
	 */
	record Subject(long number, String title, String status, String severity, @Nullable String team, String integration,
			Map<String, String> groupLabels, Map<String, String> labels, Instant triggeredAt,
			@Nullable Instant acknowledgedAt, @Nullable String acknowledgedBy, @Nullable Instant resolvedAt,
			@Nullable String resolvedBy, @JsonUnwrapped Course course, Impact impact,
			@JsonProperty("private") boolean isPrivate, List<String> people) {

		static Subject of(Incident incident) {
			return new Subject(incident.number, incident.title, IncidentView.word(incident.status),
					incident.assessment.severity().name(), incident.team, incident.origin.integration(),
					incident.origin.groupLabels(), incident.picture.labels(), incident.triggeredAt,
					incident.acknowledgedAt, incident.acknowledgedBy, incident.resolvedAt, incident.resolvedBy,
					Course.of(incident), incident.impact, incident.visibility.isPrivate(), incident.visibility.names());
		}

	}

	/**
	 * The line in every language.
	 */
	record Entry(long id, Instant occurredAt, Instant recordedAt, String code, @Nullable String actor,
			Map<String, String> params, Words texts) {
	}

	/**
	 * The same words in English and French.
	 */
	record Words(String en, String fr) {
	}

}
