package dev.vigie.oncall.rotation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

import dev.vigie.oncall.span.Span;
import dev.vigie.shared.problem.Problem.FieldError;

/**
 * The hours in which somebody is on call at all: either a part of certain days, such as
 * {@code days: [monday, friday], from: "18:00", to: "09:00"}, which may reach into the
 * next day; or a part of each week, such as {@code from: friday 18:00, to: monday 09:00}.
 *
 * @param days the days on which it begins, null for all
 * @param from when it begins, null for midnight
 * @param to when it ends, null for the midnight after
 * @param holidays what public holidays change, null for nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Restriction(@Nullable Weekdays days, @Nullable WeekTime from, @Nullable WeekTime to,
		@Nullable OnHolidays holidays) {

	private static final WeekTime DAYS_END = new WeekTime(null, WeekTime.DAY);

	/**
	 * What is right field by field and does not go together.
	 */
	public List<FieldError> contradictions(String path) {
		List<FieldError> errors = new ArrayList<>();
		DayOfWeek fromDay = (this.from != null) ? this.from.day() : null;
		DayOfWeek toDay = (this.to != null) ? this.to.day() : null;
		if ((fromDay == null) != (toDay == null)) {
			errors.add(new FieldError(path + ((toDay == null) ? "to" : "from"),
					"needs a day of the week too, as the other end has one"));
		}
		if (fromDay != null && (this.days != null || this.holidays != null)) {
			errors.add(new FieldError(path + ((this.days != null) ? "days" : "holidays"),
					"does not go with a part of the week"));
		}
		if (fromDay != null && Objects.equals(this.from, this.to)) {
			errors.add(new FieldError(path + "to", "must be another time than from"));
		}
		return errors;
	}

	/**
	 * The parts of the span that it leaves.
	 */
	public List<Span> within(Span span, WallClock clock, Holidays calendar) {
		List<Span> spans = new ArrayList<>();
		LocalDate last = clock.at(span.end()).toLocalDate();
		// The longest part is a week.
		for (LocalDate date = clock.at(span.start()).toLocalDate().minusDays(7); !date.isAfter(last); date = date
			.plusDays(1)) {
			if (begins(date, calendar)) {
				Span.between(clock.instant(begin(date)), clock.instant(end(date)))
					.flatMap(span::and)
					.ifPresent(spans::add);
			}
		}
		return spans;
	}

	private boolean begins(LocalDate date, Holidays calendar) {
		if (this.from != null && this.from.day() != null) {
			return this.from.day() == date.getDayOfWeek();
		}
		boolean holiday = this.holidays != null && calendar.isHoliday(date);
		return switch (this.holidays) {
			case null -> isOn(date);
			case EXCEPT -> isOn(date) && !holiday;
			case ONLY -> isOn(date) && holiday;
			case ALSO -> isOn(date) || holiday;
		};
	}

	private boolean isOn(LocalDate date) {
		return this.days == null || this.days.hold(date);
	}

	private LocalDateTime begin(LocalDate date) {
		return ((this.from != null) ? this.from : WeekTime.MIDNIGHT).on(date);
	}

	private LocalDateTime end(LocalDate date) {
		WeekTime end = (this.to != null) ? this.to : DAYS_END;
		if (end.day() == null) {
			LocalDateTime same = end.on(date);
			return same.isAfter(begin(date)) ? same : end.on(date.plusDays(1));
		}
		LocalDateTime same = end.on(date.with(TemporalAdjusters.nextOrSame(end.day())));
		return same.isAfter(begin(date)) ? same : same.plusWeeks(1);
	}

	/**
	 * What public holidays change.
	 */
	public enum OnHolidays {

		/**
		 * Not on them.
		 */
		EXCEPT,
		/**
		 * On those of the days that are holidays.
		 */
		ONLY,
		/**
		 * On them as well, whatever day of the week they are.
		 */
		ALSO;

		@JsonCreator
		static OnHolidays of(String text) {
			return Arrays.stream(values())
				.filter((value) -> value.name().equalsIgnoreCase(text))
				.findFirst()
				.orElseThrow(() -> new IllegalArgumentException("must be one of except, only, also"));
		}

		@JsonValue
		String text() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
