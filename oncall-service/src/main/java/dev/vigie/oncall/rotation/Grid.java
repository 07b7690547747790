package dev.vigie.oncall.rotation;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * The turns of a rotation on the wall clock, numbered from 0: when each begins and ends.
 * Between two there may be a gap.
 */
interface Grid {

	LocalDateTime begin(long turn);

	LocalDateTime end(long turn);

	/**
	 * A turn that begins not later than the time, or about then.
	 */
	long near(LocalDateTime time);

	/**
	 * Turns of so many minutes.
	 *
	 * @param period from the begin of one to that of the next
	 */
	record Even(LocalDateTime first, int length, int period) implements Grid {

		@Override
		public LocalDateTime begin(long turn) {
			return this.first.plusMinutes(turn * this.period);
		}

		@Override
		public LocalDateTime end(long turn) {
			return begin(turn).plusMinutes(this.length);
		}

		@Override
		public long near(LocalDateTime time) {
			return Math.floorDiv(ChronoUnit.MINUTES.between(this.first, time), this.period);
		}

	}

	/**
	 * Turns of so many months; in a month that lacks the day they begin on its last.
	 */
	record Monthly(YearMonth first, int day, LocalTime time, int length, int period) implements Grid {

		@Override
		public LocalDateTime begin(long turn) {
			return in(this.first.plusMonths(turn * this.period));
		}

		@Override
		public LocalDateTime end(long turn) {
			return in(this.first.plusMonths(turn * this.period + this.length));
		}

		@Override
		public long near(LocalDateTime time) {
			return Math.floorDiv(ChronoUnit.MONTHS.between(this.first, YearMonth.from(time)), this.period);
		}

		private LocalDateTime in(YearMonth month) {
			return month.atDay(Math.min(this.day, month.lengthOfMonth())).atTime(this.time);
		}

	}

	/**
	 * Turns of so many of the chosen days, the others not counted.
	 */
	record ChosenDays(Weekdays days, long first, LocalTime time, int length, int period) implements Grid {

		static ChosenDays from(Weekdays days, LocalDate start, LocalTime time, int length, int period) {
			return new ChosenDays(days, days.before(start), time, length, period);
		}

		@Override
		public LocalDateTime begin(long turn) {
			return this.days.at(this.first + turn * this.period).atTime(this.time);
		}

		@Override
		public LocalDateTime end(long turn) {
			return this.days.at(this.first + turn * this.period + this.length - 1).atTime(this.time).plusDays(1);
		}

		@Override
		public long near(LocalDateTime time) {
			return Math.floorDiv(this.days.before(time.toLocalDate()) - this.first, this.period);
		}

	}

}
