package dev.vigie.oncall.rotation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.vigie.oncall.span.Span;
import dev.vigie.oncall.span.Spans;

/**
 * The turns of a rotation, found by counting and not by walking there.
 */
public final class Turns {

	private final Rotation rotation;

	private final WallClock clock;

	private final Grid grid;

	private final Anchor anchor;

	private final Instant start;

	private final Instant end;

	public Turns(Rotation rotation, WallClock clock, Anchor anchor) {
		this.rotation = rotation;
		this.clock = clock;
		this.grid = grid(rotation);
		this.anchor = anchor;
		LocalDate start = rotation.start();
		LocalDate from = (rotation.from() != null && rotation.from().isAfter(start)) ? rotation.from() : start;
		this.start = handoffOn(from);
		this.end = (rotation.until() != null) ? handoffOn(rotation.until()) : Instant.MAX;
	}

	/**
	 * Who is on call in the span by the rotation alone, in order, cut to the span.
	 */
	public List<Duty> duties(Span span) {
		return Span.between(this.start, this.end).flatMap(span::and).map(this::inForce).orElse(List.of());
	}

	private List<Duty> inForce(Span span) {
		List<Duty> duties = new ArrayList<>();
		long turn = at(span.start());
		// A turn of no length, as in an hour that the clock skips, has no duties.
		for (Optional<Span> whole = whole(turn); !begin(turn).isAfter(span.end()); turn++, whole = whole(turn)) {
			List<String> people = slot(turn).people();
			if (whole.isPresent() && !people.isEmpty()) {
				for (Span part : Spans.of(parts(turn)).within(span)) {
					duties.add(new Duty(people, part, turn, whole.get()));
				}
			}
		}
		return duties;
	}

	/**
	 * The turn that began last at an instant; before the first, the first.
	 */
	long at(Instant instant) {
		long turn = Math.max(this.grid.near(this.clock.at(instant)), 0);
		// Counting on the wall clock is right but for the hours around a hand-off or a
		// change of offset; so look to either side.
		while (turn > 0 && begin(turn).isAfter(instant)) {
			turn--;
		}
		while (!begin(turn + 1).isAfter(instant)) {
			turn++;
		}
		return turn;
	}

	Slot slot(long turn) {
		return this.rotation.people().get(this.anchor.placeAt(turn, this.rotation.people().size()));
	}

	Instant begin(long turn) {
		return this.clock.instant(this.grid.begin(turn));
	}

	Instant end(long turn) {
		return this.clock.instant(this.grid.end(turn));
	}

	// What lies before the turn from which the order is counted belongs to that turn.
	private Optional<Span> whole(long turn) {
		if (turn > this.anchor.turn() || this.anchor.turn() == 0) {
			return Span.between(begin(turn), end(turn));
		}
		return Span.between(begin(turn), end(turn))
			.map((_) -> new Span(begin(Math.max(turn - 1, 0)), end(this.anchor.turn())));
	}

	private List<Span> parts(long turn) {
		LocalDateTime begin = this.grid.begin(turn);
		LocalDateTime end = this.grid.end(turn);
		if (this.rotation.isServedByDay()) {
			return days(begin, end);
		}
		Length shift = this.rotation.shift();
		LocalDateTime over = (shift != null) ? earlier(shift.after(begin), end) : end;
		return part(begin, over).stream().toList();
	}

	private List<Span> days(LocalDateTime begin, LocalDateTime end) {
		List<Span> parts = new ArrayList<>();
		Weekdays days = (this.rotation.days() != null) ? this.rotation.days() : Weekdays.ALL;
		Length shift = this.rotation.shift();
		for (LocalDateTime day = begin; day.isBefore(end); day = day.plusDays(1)) {
			if (days.hold(day.toLocalDate())) {
				LocalDateTime over = (shift != null) ? shift.after(day) : day.plusDays(1);
				part(day, earlier(over, end)).ifPresent(parts::add);
			}
		}
		return parts;
	}

	private Optional<Span> part(LocalDateTime begin, LocalDateTime end) {
		return Span.between(this.clock.instant(begin), this.clock.instant(end));
	}

	private static LocalDateTime earlier(LocalDateTime a, LocalDateTime b) {
		return a.isBefore(b) ? a : b;
	}

	private Instant handoffOn(LocalDate date) {
		return this.clock.instant(date.atTime(this.rotation.handoff().localTime()));
	}

	private static Grid grid(Rotation rotation) {
		LocalTime time = rotation.handoff().localTime();
		Weekdays days = rotation.days();
		if (rotation.type() == Rotation.Type.DAILY && days != null) {
			return Grid.ChosenDays.from(days, rotation.start(), time, every(rotation),
					every(rotation) + gapIn(rotation, Length.Unit.DAY.minutes()));
		}
		if (rotation.type() == Rotation.Type.MONTHLY) {
			int gap = (rotation.gap() != null) ? rotation.gap().amount() : 0;
			int day = (rotation.handoff().dayOfMonth() != null) ? rotation.handoff().dayOfMonth() : 1;
			YearMonth month = YearMonth.from(rotation.start());
			boolean before = rotation.start().getDayOfMonth() < Math.min(day, month.lengthOfMonth());
			return new Grid.Monthly(before ? month.minusMonths(1) : month, day, time, every(rotation),
					every(rotation) + gap);
		}
		int length = (rotation.turn() != null) ? rotation.turn().minutes()
				: every(rotation) * rotation.type().unit().minutes();
		return new Grid.Even(firstHandoff(rotation).atTime(time), length, length + gapIn(rotation, 1));
	}

	// The day of hand-off on which the first turn begins, or would have begun.
	private static LocalDate firstHandoff(Rotation rotation) {
		return (rotation.handoff().dayOfWeek() != null)
				? rotation.start().with(TemporalAdjusters.previousOrSame(rotation.handoff().dayOfWeek()))
				: rotation.start();
	}

	private static int every(Rotation rotation) {
		return (rotation.every() != null) ? rotation.every() : 1;
	}

	private static int gapIn(Rotation rotation, int minutes) {
		return (rotation.gap() != null) ? rotation.gap().minutes() / minutes : 0;
	}

}
