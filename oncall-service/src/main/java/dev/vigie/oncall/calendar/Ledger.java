package dev.vigie.oncall.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.vigie.oncall.calendar.ical.Entry;
import dev.vigie.oncall.span.Span;

/**
 * What a subscription was told, and what it is told now. A reader learns that a shift is
 * gone only if somebody says so: it is called off, for some weeks, with a higher sequence
 * than it had.
 */
final class Ledger {

	private static final Duration CALLED_OFF = Duration.ofDays(28);

	private final Map<UUID, Line> before;

	private final Map<UUID, Line> after = new LinkedHashMap<>();

	Ledger(Map<UUID, Line> before) {
		this.before = Map.copyOf(before);
	}

	/**
	 * Works out what to tell.
	 * @param shifts the shifts as they are now, by id
	 * @param first what ended before is not spoken of any more
	 */
	List<Entry> tell(Map<UUID, Shown> shifts, Instant now, Instant first) {
		shifts.forEach((id, shown) -> this.after.put(id, line(this.before.get(id), shown, now)));
		this.before.forEach((id, line) -> {
			if (!shifts.containsKey(id) && isKept(line, now, first)) {
				this.after.put(id, (line.cancelledAt() != null) ? line : line.cancelled(now));
			}
		});
		List<Entry> entries = new ArrayList<>();
		this.after.forEach((id, line) -> {
			if (line.cancelledAt() == null || line.cancelledAt().plus(CALLED_OFF).isAfter(now)) {
				entries.add(line.entry(id));
			}
		});
		return entries;
	}

	private static Line line(@Nullable Line before, Shown shown, Instant now) {
		if (before == null) {
			return new Line(shown, 0, now, null);
		}
		if (before.cancelledAt() == null && before.shown().equals(shown)) {
			return before;
		}
		return new Line(shown, before.sequence() + 1, now, null);
	}

	// What is past and gone is let go; what was called off is remembered for as long as
	// it
	// could come back.
	private static boolean isKept(Line line, Instant now, Instant first) {
		Instant end = line.shown().span().end();
		return (line.cancelledAt() != null) ? end.isAfter(first) : end.isAfter(now);
	}

	/**
	 * The lines that are new or other than they were.
	 */
	Map<UUID, Line> changed() {
		Map<UUID, Line> changed = new LinkedHashMap<>(this.after);
		changed.entrySet().removeIf((entry) -> entry.getValue().equals(this.before.get(entry.getKey())));
		return changed;
	}

	/**
	 * The lines that nobody needs any more.
	 */
	List<UUID> dropped() {
		return this.before.keySet().stream().filter((id) -> !this.after.containsKey(id)).toList();
	}

	/**
	 * A shift as a calendar shows it.
	 */
	record Shown(Span span, String summary, String description) {
	}

	/**
	 * What was told of a shift.
	 *
	 * @param sequence how often it was told otherwise
	 * @param modifiedAt when it was told so
	 * @param cancelledAt since when it is called off
	 */
	record Line(Shown shown, int sequence, Instant modifiedAt, @Nullable Instant cancelledAt) {

		private Line cancelled(Instant now) {
			return new Line(this.shown, this.sequence + 1, now, now);
		}

		private Entry entry(UUID id) {
			return new Entry(id + "@vigie", this.sequence, this.modifiedAt, this.shown.span(), this.shown.summary(),
					this.shown.description(), this.cancelledAt != null);
		}

	}

}
