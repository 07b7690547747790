package dev.vigie.oncall.contact;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import dev.vigie.oncall.constraint.Words;
import dev.vigie.shared.time.Delay;

/**
 * How somebody wants to be told of something that is urgent, or is not, at some hours. Of
 * the rules of an urgency the first whose hours hold is the one that counts.
 *
 * @param urgency of what they are told so
 * @param during at which hours of the person's clock
 * @param steps what is tried, in this order
 */
public record NotificationRule(@NotNull Urgency urgency, During during,
		@Size(min = 1, max = 20) List<@NotNull @Valid Step> steps) {

	public NotificationRule(Urgency urgency, @Nullable During during, @Nullable List<Step> steps) {
		this.urgency = urgency;
		this.during = (during != null) ? during : During.ALWAYS;
		// A null among them is for the validator to name.
		this.steps = (steps != null) ? Collections.unmodifiableList(new ArrayList<>(steps)) : List.of();
	}

	/**
	 * Whether it is meant for the urgency at the time of the person's clock.
	 */
	public boolean holds(Urgency urgency, LocalDateTime local, List<WorkingHours> workingHours) {
		return this.urgency == urgency && switch (this.during) {
			case ALWAYS -> true;
			case WORKING_HOURS -> isWork(local, workingHours);
			case OFF_HOURS -> !isWork(local, workingHours);
			case NIGHTS ->
				!local.toLocalTime().isBefore(During.EVENING) || local.toLocalTime().isBefore(During.MORNING);
			case WEEKENDS -> local.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
		};
	}

	private static boolean isWork(LocalDateTime local, List<WorkingHours> workingHours) {
		return workingHours.stream().anyMatch((hours) -> hours.hold(local));
	}

	/**
	 * One thing that is tried.
	 *
	 * @param after how long after the page, unless it was acknowledged by then
	 * @param contactMethod the name of the contact method, or its type where it has none
	 */
	public record Step(Delay after, @NotBlank @Size(max = 63) String contactMethod) {

		public Step(@Nullable Delay after, String contactMethod) {
			this.after = (after != null) ? after : new Delay("0m");
			this.contactMethod = contactMethod;
		}

	}

	/**
	 * Whether it can wait.
	 */
	public enum Urgency {

		HIGH, LOW;

		@JsonCreator
		public static Urgency of(String text) {
			return Words.oneOf(values(), text);
		}

		@JsonValue
		String text() {
			return Words.of(this);
		}

	}

	/**
	 * At which hours of the person's clock.
	 */
	public enum During {

		ALWAYS, WORKING_HOURS, OFF_HOURS,

		/**
		 * From 22:00 to 07:00.
		 */
		NIGHTS,

		/**
		 * Saturday and Sunday.
		 */
		WEEKENDS;

		private static final LocalTime EVENING = LocalTime.of(22, 0);

		private static final LocalTime MORNING = LocalTime.of(7, 0);

		/**
		 * Whether it means something only to somebody whose working hours are known.
		 */
		public boolean needsWorkingHours() {
			return this == WORKING_HOURS || this == OFF_HOURS;
		}

		@JsonCreator
		static During of(String text) {
			return Words.oneOf(values(), text);
		}

		@JsonValue
		public String text() {
			return Words.of(this);
		}

	}

}
