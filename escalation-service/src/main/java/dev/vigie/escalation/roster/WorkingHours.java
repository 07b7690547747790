package dev.vigie.escalation.roster;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;

/**
 * When somebody works, by the clock on their wall. What ends before it begins ends on the
 * next day.
 *
 * @param days the days on which it begins
 * @param to when it ends; midnight is the end of the day
 */
record WorkingHours(Set<DayOfWeek> days, LocalTime from, LocalTime to) {

	WorkingHours {
		days = Set.copyOf(days);
	}

	boolean hold(LocalDateTime local) {
		LocalTime time = local.toLocalTime();
		boolean begun = this.days.contains(local.getDayOfWeek()) && !time.isBefore(this.from);
		if (this.from.isBefore(this.to)) {
			return begun && time.isBefore(this.to);
		}
		return begun || (this.days.contains(local.getDayOfWeek().minus(1)) && time.isBefore(this.to));
	}

}
