package dev.vigie.oncall.rotation;

import java.time.LocalDate;
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
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import dev.vigie.shared.problem.Problem.FieldError;

/**
 * People taking turns. How long a turn is, how long nobody follows it, and how much of it
 * is served are three inputs. All lengths are those of the wall clock: a day lasts until
 * it shows the same time again.
 *
 * @param type the unit of a turn's length
 * @param every how many of these units a turn lasts; not in a custom rotation
 * @param turn how long a turn is, in a custom rotation
 * @param gap how long nobody follows a turn, null for not at all; in a daily rotation
 * with chosen days, so many of them
 * @param shift how much of a turn is served, null for all: up to a day, from the hand-off
 * of each of its (chosen) days; more, or in an hourly or custom rotation, from its begin
 * @param handoff when a turn ends and the next begins
 * @param days the days that are served; in a daily rotation a turn is {@code every} of
 * them, in a weekly or monthly one the week or month is the turn
 * @param start the local date of the first turn, from which turns are counted; one that
 * lies between two hand-offs makes the first turn so much shorter
 * @param from the local date from which it is in force, null for start; turns before it
 * are counted all the same
 * @param until the local date on which it is over, at the time of hand-off
 * @param people whose turn it is, in this order, over and over
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Rotation(@NotNull Type type, @Nullable @Min(1) @Max(365) Integer every, @Nullable Length turn,
		@Nullable Length gap, @Nullable Length shift, @NotNull @Valid Handoff handoff, @Nullable Weekdays days,
		@NotNull LocalDate start, @Nullable LocalDate from, @Nullable LocalDate until,
		@Size(min = 1, max = 200) List<@NotNull Slot> people) {

	private static final int EARLIEST_YEAR = 1970;

	private static final int LATEST_YEAR = 9999;

	public Rotation(Type type, @Nullable Integer every, @Nullable Length turn, @Nullable Length gap,
			@Nullable Length shift, Handoff handoff, @Nullable Weekdays days, LocalDate start, @Nullable LocalDate from,
			@Nullable LocalDate until, @Nullable List<Slot> people) {
		this.type = type;
		this.every = (every == null && type != Type.CUSTOM) ? Integer.valueOf(1) : every;
		this.turn = turn;
		this.gap = gap;
		this.shift = shift;
		this.handoff = handoff;
		this.days = (days != null && days.areAll()) ? null : days;
		this.start = start;
		this.from = from;
		this.until = until;
		// A null among them is for the validator to name.
		this.people = (people != null) ? Collections.unmodifiableList(new ArrayList<>(people)) : List.of();
	}

	/**
	 * Whether its days are served one by one.
	 */
	boolean isServedByDay() {
		boolean units = this.type == Type.DAILY || this.type == Type.WEEKLY || this.type == Type.MONTHLY;
		return units && (this.days != null || (this.shift != null && this.shift.isAtMostADay()));
	}

	/**
	 * What is right field by field and does not go together.
	 */
	public List<FieldError> contradictions(String path) {
		return new RotationCheck(this, path).errors();
	}

	boolean isEarly() {
		return this.start.getYear() < EARLIEST_YEAR || this.start.getYear() > LATEST_YEAR;
	}

	/**
	 * The unit of a turn's length.
	 */
	public enum Type {

		HOURLY(Length.Unit.HOUR), DAILY(Length.Unit.DAY), WEEKLY(Length.Unit.WEEK), MONTHLY(Length.Unit.MONTH),
		CUSTOM(Length.Unit.MINUTE);

		private final Length.Unit unit;

		Type(Length.Unit unit) {
			this.unit = unit;
		}

		Length.Unit unit() {
			return this.unit;
		}

		@JsonCreator
		static Type of(String text) {
			return Arrays.stream(values())
				.filter((type) -> type.name().equalsIgnoreCase(text))
				.findFirst()
				.orElseThrow(
						() -> new IllegalArgumentException("must be one of hourly, daily, weekly, monthly, custom"));
		}

		@JsonValue
		String text() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
