package dev.vigie.escalation.roster;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;

/**
 * How somebody wants to be told of something that is urgent, or is not, at some hours of
 * their own clock.
 */
record NotificationRule(Urgency urgency, During during, List<Step> steps) {

	private static final LocalTime EVENING = LocalTime.of(22, 0);

	private static final LocalTime MORNING = LocalTime.of(7, 0);

	NotificationRule {
		steps = List.copyOf(steps);
	}

	boolean holds(Urgency urgency, LocalDateTime local, List<WorkingHours> work) {
		LocalTime time = local.toLocalTime();
		return this.urgency == urgency && !this.steps.isEmpty() && switch (this.during) {
			case ALWAYS -> true;
			case WORKING_HOURS -> isWork(local, work);
			case OFF_HOURS -> !isWork(local, work);
			case NIGHTS -> !time.isBefore(EVENING) || time.isBefore(MORNING);
			case WEEKENDS -> local.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
		};
	}

	private static boolean isWork(LocalDateTime local, List<WorkingHours> work) {
		return work.stream().anyMatch((hours) -> hours.hold(local));
	}

	/**
	 * At which hours.
	 */
	enum During {

		ALWAYS, WORKING_HOURS, OFF_HOURS, NIGHTS, WEEKENDS

	}

	/**
	 * One thing that is tried.
	 *
	 * @param contactMethod the name of the contact method, or its type where it has none
	 */
	record Step(Duration after, String contactMethod) {
	}

}
