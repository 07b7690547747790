package dev.vigie.oncall.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import dev.vigie.shared.document.Names;
import dev.vigie.shared.problem.Problem.FieldError;

/**
 * People taking turns. The first turn begins on {@code start} at the time of hand-off; if
 * a weekly rotation starts on another day than that of hand-off, its first turn is so
 * much shorter. The last one ends on {@code until} at the time of hand-off.
 *
 * @param type the unit of a turn's length
 * @param every how many of these units a turn lasts
 * @param handoff when a turn ends and the next begins
 * @param start the local date of the first turn
 * @param until the local date on which it is over
 * @param people whose turn it is, in this order, over and over
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Rotation(@NotNull Type type, @Min(1) @Max(365) Integer every, @NotNull @Valid Handoff handoff,
		@NotNull LocalDate start, @Nullable LocalDate until,
		@Size(min = 1, max = 200) List<@NotNull @Pattern(regexp = Names.PATTERN,
				message = "must be the name of a person") String> people) {

	private static final int EARLIEST_YEAR = 1970;

	private static final int LATEST_YEAR = 9999;

	Rotation(Type type, @Nullable Integer every, Handoff handoff, LocalDate start, @Nullable LocalDate until,
			@Nullable List<String> people) {
		this.type = type;
		this.every = (every != null) ? every : 1;
		this.handoff = handoff;
		this.start = start;
		this.until = until;
		// A null among them is for the validator to name.
		this.people = (people != null) ? Collections.unmodifiableList(new ArrayList<>(people)) : List.of();
	}

	int daysOfTurn() {
		return this.every * this.type.days;
	}

	/**
	 * The day of hand-off on which the first turn begins, or would have begun.
	 */
	LocalDate firstHandoff() {
		DayOfWeek day = this.handoff.dayOfWeek();
		return (day != null) ? this.start.with(TemporalAdjusters.previousOrSame(day)) : this.start;
	}

	List<FieldError> contradictions(String path) {
		List<FieldError> errors = new ArrayList<>();
		if (this.type == Type.WEEKLY && this.handoff.day() == null) {
			errors.add(new FieldError(path + "handoff.day", "a weekly rotation needs the day of hand-off"));
		}
		if (this.type == Type.DAILY && this.handoff.day() != null) {
			errors.add(new FieldError(path + "handoff.day", "a daily rotation is handed over on every day"));
		}
		if (this.start.getYear() < EARLIEST_YEAR || this.start.getYear() > LATEST_YEAR) {
			errors.add(new FieldError(path + "start", "must lie between the years 1970 and 9999"));
		}
		if (this.until != null && !this.until.isAfter(this.start)) {
			errors.add(new FieldError(path + "until", "must be after start"));
		}
		return errors;
	}

	/**
	 * The unit of a turn's length.
	 */
	enum Type {

		DAILY(1), WEEKLY(7);

		private final int days;

		Type(int days) {
			this.days = days;
		}

		@JsonCreator
		static Type of(String text) {
			return Arrays.stream(values())
				.filter((type) -> type.name().equalsIgnoreCase(text))
				.findFirst()
				.orElseThrow(() -> new IllegalArgumentException("must be daily or weekly"));
		}

		@JsonValue
		String text() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * When a turn ends and the next begins, by the wall clock.
	 *
	 * @param time hours and minutes
	 * @param day the day of the week, in a weekly rotation
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Handoff(
			@NotNull @Pattern(regexp = "([01][0-9]|2[0-3]):[0-5][0-9]",
					message = "must be a time such as 09:00") String time,
			@Pattern(regexp = "monday|tuesday|wednesday|thursday|friday|saturday|sunday",
					message = "must be a day of the week such as monday") @Nullable String day) {

		Handoff(String time, @Nullable String day) {
			this.time = time;
			this.day = (day != null) ? day.toLowerCase(Locale.ROOT) : null;
		}

		LocalTime localTime() {
			return LocalTime.parse(this.time);
		}

		@Nullable DayOfWeek dayOfWeek() {
			return (this.day != null) ? DayOfWeek.valueOf(this.day.toUpperCase(Locale.ROOT)) : null;
		}

	}

}
