package dev.vigie.oncall.contact;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * When somebody works, by the clock on their wall. What ends before it begins ends on the
 * next day.
 *
 * @param days the days on which it begins; Monday to Friday if absent
 * @param from when work begins
 * @param to when it ends
 */
public record WorkingHours(
		@Size(min = 1,
				max = 7) List<@NotNull @Pattern(regexp = "monday|tuesday|wednesday|thursday|friday|saturday|sunday",
						message = "must be a day of the week such as monday") String> days,
		@NotNull @Pattern(regexp = "([01][0-9]|2[0-3]):[0-5][0-9]",
				message = "must be a time such as 09:00") String from,
		@NotNull @Pattern(regexp = "([01][0-9]|2[0-3]):[0-5][0-9]|24:00",
				message = "must be a time such as 18:00") String to) {

	private static final String MIDNIGHT = "24:00";

	public WorkingHours(@Nullable List<@Nullable String> days, String from, String to) {
		this.days = (days != null) ? lowerCase(days) : List.of("monday", "tuesday", "wednesday", "thursday", "friday");
		this.from = from;
		this.to = to;
	}

	// A null among them is for the validator to name.
	@SuppressWarnings("NullAway")
	private static List<String> lowerCase(List<@Nullable String> days) {
		return days.stream().map((day) -> (day != null) ? day.toLowerCase(Locale.ROOT) : null).distinct().toList();
	}

	boolean hold(LocalDateTime local) {
		LocalTime time = local.toLocalTime();
		LocalTime begin = LocalTime.parse(this.from);
		if (this.to.equals(MIDNIGHT)) {
			return on(local.getDayOfWeek()) && !time.isBefore(begin);
		}
		LocalTime end = LocalTime.parse(this.to);
		if (begin.isBefore(end)) {
			return on(local.getDayOfWeek()) && !time.isBefore(begin) && time.isBefore(end);
		}
		return (on(local.getDayOfWeek()) && !time.isBefore(begin))
				|| (on(local.getDayOfWeek().minus(1)) && time.isBefore(end));
	}

	private boolean on(DayOfWeek day) {
		return this.days.contains(day.name().toLowerCase(Locale.ROOT));
	}

}
