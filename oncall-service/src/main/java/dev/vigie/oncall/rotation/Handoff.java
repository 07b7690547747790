package dev.vigie.oncall.rotation;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When a turn ends and the next begins, by the wall clock.
 *
 * @param time hours and minutes
 * @param day the day of the week, in a weekly rotation
 * @param dayOfMonth the day of the month, in a monthly rotation; in a shorter month its
 * last day
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Handoff(
		@NotNull @Pattern(regexp = "([01][0-9]|2[0-3]):[0-5][0-9]",
				message = "must be a time such as 09:00") String time,
		@Pattern(regexp = "monday|tuesday|wednesday|thursday|friday|saturday|sunday",
				message = "must be a day of the week such as monday") @Nullable String day,
		@Min(1) @Max(31) @Nullable Integer dayOfMonth) {

	public Handoff(String time, @Nullable String day, @Nullable Integer dayOfMonth) {
		this.time = time;
		this.day = (day != null) ? day.toLowerCase(Locale.ROOT) : null;
		this.dayOfMonth = dayOfMonth;
	}

	public Handoff(String time, @Nullable String day) {
		this(time, day, null);
	}

	LocalTime localTime() {
		return LocalTime.parse(this.time);
	}

	@Nullable DayOfWeek dayOfWeek() {
		return (this.day != null) ? DayOfWeek.valueOf(this.day.toUpperCase(Locale.ROOT)) : null;
	}

}
