package dev.vigie.alertingest.silence;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;

import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.time.Delay;

/**
 * When a silence comes again and again.
 *
 * @param rule an RRULE of RFC 5545 from days to years, such as
 * {@code FREQ=WEEKLY;BYDAY=TU}
 * @param start what the clock shows when it may begin for the first time
 * @param duration how much later the clock shows the end
 * @param timeZone where the clock hangs
 */
record Recurrence(
		@NotNull(message = "is required") @Size(min = 1, max = 500,
				message = "must be 1 to 500 characters") String rule,
		@NotNull(message = "is required") LocalDateTime start, @NotNull(message = "is required") Delay duration,
		@NotNull(message = "is required") String timeZone) {

	private static final Duration SHORTEST = Duration.ofMinutes(1);

	private static final int FIRST_YEAR = 2000;

	private static final int LAST_YEAR = 2200;

	/**
	 * Checks what constraints cannot say.
	 * @param field where it stands
	 */
	Recurrence check(String field) {
		if (!ZoneId.getAvailableZoneIds().contains(this.timeZone)) {
			throw new Invalid(field + ".timeZone", "must be a time zone such as Europe/Paris");
		}
		if (this.duration.length().compareTo(SHORTEST) < 0) {
			throw new Invalid(field + ".duration", "must be at least a minute");
		}
		if (this.start.getYear() < FIRST_YEAR || this.start.getYear() > LAST_YEAR) {
			throw new Invalid(field + ".start", "must be in the years 2000 to 2200");
		}
		try {
			if (!starts().hasNext()) {
				throw new Invalid(field + ".rule", "never happens");
			}
		}
		catch (InvalidRecurrenceRuleException failure) {
			throw new Invalid(field + ".rule", "is not a rule that silences can follow: " + failure.getMessage());
		}
		return this;
	}

	/**
	 * The first window that ends after the instant, so the present one if there is one.
	 */
	Optional<Window> firstEndingAfter(Instant after) {
		ZoneId zone = ZoneId.of(this.timeZone);
		Duration length = this.duration.length();
		try {
			Starts starts = starts();
			// A day more, whatever the clock does in between.
			starts.skipTo(LocalDateTime.ofInstant(after, zone).minus(length).minusDays(1));
			while (starts.hasNext()) {
				Window window = WallClock.window(starts.next(), length, zone);
				if (window.end().isAfter(after)) {
					return Optional.of(window);
				}
			}
			return Optional.empty();
		}
		catch (InvalidRecurrenceRuleException failure) {
			throw new IllegalStateException("It was checked when it was saved: " + this.rule, failure);
		}
	}

	/**
	 * The windows that end after the instant, at most so many.
	 */
	List<Window> windows(Instant after, int most) {
		List<Window> windows = new ArrayList<>();
		Instant place = after;
		while (windows.size() < most) {
			Optional<Window> next = firstEndingAfter(place);
			if (next.isEmpty()) {
				break;
			}
			windows.add(next.get());
			place = next.get().end();
		}
		return windows;
	}

	private Starts starts() throws InvalidRecurrenceRuleException {
		return Starts.of(this.rule, this.start, ZoneId.of(this.timeZone));
	}

}
