package dev.vigie.oncall.rotation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Days of the week, written as a list of their names. None is the same as all.
 *
 * @param days which
 */
public record Weekdays(Set<DayOfWeek> days) {

	/**
	 * Every day.
	 */
	public static final Weekdays ALL = new Weekdays(EnumSet.allOf(DayOfWeek.class));

	private static final long EPOCH_MONDAY = 4;

	public Weekdays {
		days = Collections.unmodifiableSet(days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : EnumSet.copyOf(days));
	}

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	static Weekdays named(List<String> names) {
		EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
		names.forEach((name) -> days.add(day(name)));
		return new Weekdays(days);
	}

	static DayOfWeek day(String name) {
		return Arrays.stream(DayOfWeek.values())
			.filter((day) -> day.name().equalsIgnoreCase(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("must be a day of the week such as monday"));
	}

	@JsonValue
	List<String> names() {
		return this.days.stream().map((day) -> day.name().toLowerCase(Locale.ROOT)).toList();
	}

	boolean areAll() {
		return this.days.size() == DayOfWeek.values().length;
	}

	boolean hold(LocalDate date) {
		return this.days.contains(date.getDayOfWeek());
	}

	/**
	 * The number of these days from Monday, 5 January 1970 up to and not including the
	 * date; negative before.
	 */
	long before(LocalDate date) {
		long days = date.toEpochDay() - EPOCH_MONDAY;
		long week = Math.floorDiv(days, 7);
		int rest = Math.floorMod(days, 7);
		return week * this.days.size() + this.days.stream().filter((day) -> day.ordinal() < rest).count();
	}

	/**
	 * The day before which there are so many.
	 */
	LocalDate at(long index) {
		long week = Math.floorDiv(index, this.days.size());
		int rest = Math.floorMod(index, this.days.size());
		DayOfWeek day = this.days.stream().skip(rest).findFirst().orElseThrow();
		return LocalDate.ofEpochDay(EPOCH_MONDAY + week * 7 + day.ordinal());
	}

}
