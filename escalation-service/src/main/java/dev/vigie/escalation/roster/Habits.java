package dev.vigie.escalation.roster;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.vigie.escalation.roster.NotificationRule.During;
import dev.vigie.escalation.roster.OnCallClient.NotificationRuleAnswer;
import dev.vigie.escalation.roster.OnCallClient.PersonAnswer;
import dev.vigie.escalation.roster.OnCallClient.WorkingHoursAnswer;

/**
 * When somebody works, and how they want to be told of things. What this program does not
 * understand is left out: it must keep nobody from being told at all.
 */
record Habits(List<WorkingHours> work, List<NotificationRule> rules) {

	private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

	Habits {
		work = List.copyOf(work);
		rules = List.copyOf(rules);
	}

	static Habits of(PersonAnswer person) {
		return new Habits(person.workingHours().stream().flatMap((hours) -> hours(hours).stream()).toList(),
				person.notificationRules().stream().flatMap((rule) -> rule(rule).stream()).toList());
	}

	private static Optional<WorkingHours> hours(WorkingHoursAnswer hours) {
		try {
			Set<DayOfWeek> days = (hours.days() == null) ? WEEKDAYS
					: hours.days()
						.stream()
						.map((day) -> DayOfWeek.valueOf(String.valueOf(day).toUpperCase(Locale.ROOT)))
						.collect(Collectors.toSet());
			LocalTime to = hours.to().equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(hours.to());
			return Optional.of(new WorkingHours(days, LocalTime.parse(hours.from()), to));
		}
		catch (DateTimeException | IllegalArgumentException _) {
			return Optional.empty();
		}
	}

	private static Optional<NotificationRule> rule(NotificationRuleAnswer rule) {
		try {
			String during = (rule.during() != null) ? rule.during() : "always";
			return Optional.of(new NotificationRule(Urgency.valueOf(rule.urgency().toUpperCase(Locale.ROOT)),
					During.valueOf(during.toUpperCase(Locale.ROOT).replace('-', '_')),
					rule.steps()
						.stream()
						.map((step) -> new NotificationRule.Step(step.after().length(), step.contactMethod()))
						.toList()));
		}
		catch (IllegalArgumentException _) {
			return Optional.empty();
		}
	}

}
