package dev.vigie.oncall.rotation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A time of each day such as {@code 09:00} or of each week such as {@code friday 18:00};
 * {@code 24:00} is the end of a day.
 *
 * @param day the day of the week, null for every day
 * @param minutes since midnight
 */
public record WeekTime(@Nullable DayOfWeek day, int minutes) {

	static final WeekTime MIDNIGHT = new WeekTime(null, 0);

	static final int DAY = 24 * 60;

	private static final Pattern TEXT = Pattern.compile("(?:([a-z]+) )?(?:([01][0-9]|2[0-3]):([0-5][0-9])|(24:00))");

	@JsonCreator
	static WeekTime of(String text) {
		Matcher matcher = TEXT.matcher(text.toLowerCase(Locale.ROOT));
		if (!matcher.matches()) {
			throw new IllegalArgumentException("must be a time such as 09:00 or friday 18:00");
		}
		DayOfWeek day = (matcher.group(1) != null) ? Weekdays.day(matcher.group(1)) : null;
		int minutes = (matcher.group(4) != null) ? DAY
				: Integer.parseInt(matcher.group(2)) * 60 + Integer.parseInt(matcher.group(3));
		return new WeekTime(day, minutes);
	}

	LocalDateTime on(LocalDate date) {
		return date.atTime(LocalTime.MIDNIGHT).plusMinutes(this.minutes);
	}

	@JsonValue
	@Override
	public String toString() {
		String time = "%02d:%02d".formatted(this.minutes / 60, this.minutes % 60);
		return (this.day != null) ? this.day.name().toLowerCase(Locale.ROOT) + " " + time : time;
	}

}
