package dev.vigie.oncall.calendar.ical;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.vigie.oncall.span.Span;

/**
 * A VEVENT.
 *
 * @param uid what it shares with its edits
 * @param sequence how often it was changed
 * @param modified when it was changed last, if it says so
 * @param start when it begins for the first time
 * @param end when it ends for the first time, null if it says how long it lasts
 * @param length how long it lasts each time
 * @param repetition when it comes again
 * @param edits which occurrence of its series it stands for, null for the series itself
 * @param andLater whether it stands for all later occurrences too
 * @param cancelled whether it does not take place
 * @param subject whom it is about
 */
record Event(String uid, int sequence, @Nullable Instant modified, Moment start, @Nullable Moment end, Length length,
		Repetition repetition, @Nullable Moment edits, boolean andLater, boolean cancelled, Subject subject) {

	static final Duration LONGEST = Duration.ofDays(366);

	static final Comparator<Event> BY_EDITION = Comparator.comparingInt(Event::sequence)
		.thenComparing(Event::modified, Comparator.nullsFirst(Comparator.naturalOrder()));

	/**
	 * The time it takes up when it begins so.
	 */
	Optional<Span> span(LocalDateTime shown) {
		Instant begin = this.start.at(shown).instant();
		Instant own = this.repetition.end(shown);
		if (own != null) {
			return Span.between(begin, own);
		}
		// Two readings of the clock say less than two instants do.
		Instant until = (this.end != null && shown.equals(this.start.time())) ? this.end.instant()
				: this.length.after(this.start.at(shown));
		return Span.between(begin, until);
	}

	/**
	 * What the clock of its start shows.
	 */
	LocalDateTime shown(Instant instant) {
		return LocalDateTime.ofInstant(instant, this.start.zone().getOffset(instant));
	}

}
