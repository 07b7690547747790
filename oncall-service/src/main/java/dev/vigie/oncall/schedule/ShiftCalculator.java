package dev.vigie.oncall.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import dev.vigie.oncall.schedule.ScheduleSpec.Layer;

/**
 * The shifts of a schedule. Turns are handed over by the wall clock of the schedule's
 * zone: a time of hand-off that the clock skips moves forward by what is skipped, one
 * that it shows twice is meant the first time. Shifts are half-open, so that at the very
 * instant of hand-off it is the next one's turn.
 */
final class ShiftCalculator {

	private ShiftCalculator() {
	}

	/**
	 * Who is on call at the instant: the shortest of all ranges.
	 */
	static List<Shift> onCall(ScheduleSpec schedule, Instant at) {
		return shifts(schedule, at, at.plusNanos(1));
	}

	/**
	 * The shifts that touch {@code [from, to)}, whole, in order.
	 */
	static List<Shift> shifts(ScheduleSpec schedule, Instant from, Instant to) {
		List<Shift> shifts = new ArrayList<>();
		int number = 0;
		for (Layer layer : schedule.layers()) {
			number++;
			new Turns(layer.rotation(), schedule.zone(), number).addTo(shifts, from, to);
		}
		return List.copyOf(shifts);
	}

	/**
	 * The turns of one rotation, numbered from 0.
	 */
	private static final class Turns {

		private final ZoneId zone;

		private final int layer;

		private final List<String> people;

		private final LocalDate firstHandoff;

		private final LocalTime time;

		private final int days;

		private final Instant start;

		private final Instant end;

		private Turns(Rotation rotation, ZoneId zone, int layer) {
			this.zone = zone;
			this.layer = layer;
			this.people = rotation.people();
			this.firstHandoff = rotation.firstHandoff();
			this.time = rotation.handoff().localTime();
			this.days = rotation.daysOfTurn();
			this.start = handoffOn(rotation.start());
			this.end = (rotation.until() != null) ? handoffOn(rotation.until()) : Instant.MAX;
		}

		private void addTo(List<Shift> shifts, Instant from, Instant to) {
			Instant first = later(from, this.start);
			Instant last = earlier(to, this.end);
			if (!first.isBefore(last)) {
				return;
			}
			long turn = turnAt(first);
			Instant begin = handoff(turn);
			while (begin.isBefore(last)) {
				Instant next = handoff(turn + 1);
				if (begin.isBefore(next)) { // a zone may skip a whole day, and a turn
											// with it
					shifts.add(new Shift(person(turn), later(begin, this.start), earlier(next, this.end), this.layer));
				}
				begin = next;
				turn++;
			}
		}

		// Counting days on the wall clock is right but for the hours around a change of
		// offset; so look one to either side.
		private long turnAt(Instant at) {
			LocalDateTime local = LocalDateTime.ofInstant(at, this.zone);
			long turn = Math.floorDiv(ChronoUnit.DAYS.between(this.firstHandoff, local.toLocalDate()), this.days);
			while (handoff(turn).isAfter(at)) {
				turn--;
			}
			while (!handoff(turn + 1).isAfter(at)) {
				turn++;
			}
			return turn;
		}

		private Instant handoff(long turn) {
			return handoffOn(this.firstHandoff.plusDays(turn * this.days));
		}

		private Instant handoffOn(LocalDate date) {
			return ZonedDateTime.ofLocal(date.atTime(this.time), this.zone, null).toInstant();
		}

		private String person(long turn) {
			return this.people.get((int) (turn % this.people.size()));
		}

		private static Instant later(Instant a, Instant b) {
			return a.isAfter(b) ? a : b;
		}

		private static Instant earlier(Instant a, Instant b) {
			return a.isBefore(b) ? a : b;
		}

	}

}
