package dev.vigie.oncall.calendar;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import dev.vigie.oncall.constraint.IanaZone;
import dev.vigie.oncall.constraint.PlainText;
import dev.vigie.oncall.constraint.Words;
import dev.vigie.oncall.person.PersonDirectory;
import dev.vigie.oncall.schedule.Role;
import dev.vigie.shared.document.Change.Reference;
import dev.vigie.shared.document.Names;
import dev.vigie.shared.problem.Problem.FieldError;
import dev.vigie.shared.time.Delay;

/**
 * A calendar that is read from elsewhere.
 *
 * @param displayName how others see it
 * @param url where it is fetched; without one somebody uploads it
 * @param as what its events are
 * @param schedule the schedule that its overrides are laid over. Not a reference: layers
 * point to calendars, and the two must not wait for each other
 * @param role whom its overrides replace, null for primary
 * @param person whose events they all are; without one each event says it
 * @param match how an event says whose it is
 * @param defaultZone where its clock hangs when a day or a time does not say so; without
 * one where the calendar itself says, or UTC
 * @param refresh how often it is fetched
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CalendarSpec(@Size(max = 200) @PlainText @Nullable String displayName,
		@Size(max = 2000) @PlainText @Nullable String url, @NotNull(message = "is required") As as,
		@Pattern(regexp = Names.PATTERN, message = "must be the name of a schedule") @Nullable String schedule,
		@Nullable Role role,
		@Pattern(regexp = Names.PATTERN, message = "must be the name of a person") @Nullable String person,
		@Nullable Match match, @IanaZone @Nullable String defaultZone, @Nullable Delay refresh) {

	private static final Duration USUAL = Duration.ofMinutes(10);

	private static final Duration MOST_OFTEN = Duration.ofMinutes(1);

	@JsonIgnore
	Role roleOrPrimary() {
		return (this.role != null) ? this.role : Role.PRIMARY;
	}

	@JsonIgnore
	Match matchOrAny() {
		return (this.match != null) ? this.match : Match.ANY;
	}

	@JsonIgnore
	@Nullable ZoneId zone() {
		return (this.defaultZone != null) ? ZoneId.of(this.defaultZone) : null;
	}

	@JsonIgnore
	Duration interval() {
		return (this.refresh != null) ? this.refresh.length() : USUAL;
	}

	List<Reference> references() {
		return (this.person == null) ? List.of() : List.of(new Reference("person", PersonDirectory.KIND, this.person));
	}

	/**
	 * What is right field by field and does not go together.
	 */
	List<FieldError> contradictions() {
		List<FieldError> errors = new ArrayList<>();
		if (this.url != null && CalendarAddress.of(this.url).isEmpty()) {
			errors.add(new FieldError("url",
					"must be an http, https or webcal address without user name, password or fragment, "
							+ "its port at most 65535"));
		}
		if (this.as == As.OVERRIDES && this.schedule == null) {
			errors.add(new FieldError("schedule", "is required for overrides"));
		}
		if (this.as != As.OVERRIDES && this.schedule != null) {
			errors.add(new FieldError("schedule", "goes with overrides only; a layer names its calendar itself"));
		}
		if (this.as != As.OVERRIDES && this.role != null) {
			errors.add(new FieldError("role", "goes with overrides only; a layer has its own"));
		}
		if (this.refresh != null && (this.url == null || interval().compareTo(MOST_OFTEN) < 0)) {
			errors.add(new FieldError("refresh", "must be a minute or more, and goes with a url only"));
		}
		return errors;
	}

	/**
	 * What events are.
	 */
	enum As {

		LAYER, OVERRIDES, ABSENCES;

		@JsonCreator
		static As of(String text) {
			return Words.oneOf(values(), text);
		}

		@JsonValue
		String text() {
			return Words.of(this);
		}

	}

	/**
	 * How an event says whose it is.
	 */
	enum Match {

		/**
		 * By an e-mail address of whom it names, or in its title.
		 */
		EMAIL,
		/**
		 * By a name in its title.
		 */
		NAME,
		/**
		 * By an address, and if there is none that is known by a name.
		 */
		ANY;

		@JsonCreator
		static Match of(String text) {
			return Words.oneOf(values(), text);
		}

		@JsonValue
		String text() {
			return Words.of(this);
		}

	}

}
