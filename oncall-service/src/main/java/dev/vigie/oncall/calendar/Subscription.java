package dev.vigie.oncall.calendar;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

import dev.vigie.oncall.constraint.Words;
import dev.vigie.oncall.person.PersonSpec.Language;

/**
 * A secret address at which other calendars read shifts.
 *
 * @param about whose shifts
 * @param name their name, or that of the schedule or team
 * @param language what they are written in; a person's are in the person's
 * @param label what it is for, as whoever made it put it
 * @param createdBy who made it
 * @param usedAt when it was last read, to the minute; null if never
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Subscription(UUID id, About about, String name, Language language, @Nullable String label, String createdBy,
		Instant createdAt, @Nullable Instant usedAt) {

	/**
	 * Whose shifts.
	 */
	enum About {

		PERSON, SCHEDULE, TEAM;

		@JsonCreator
		static About of(String text) {
			return Words.oneOf(values(), text);
		}

		@JsonValue
		String text() {
			return Words.of(this);
		}

		/**
		 * As documents call it.
		 */
		String kind() {
			return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
		}

	}

}
