package dev.vigie.oncall.person;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import dev.vigie.oncall.constraint.IanaZone;
import dev.vigie.oncall.constraint.PlainText;
import dev.vigie.oncall.constraint.Words;
import dev.vigie.oncall.contact.ContactMethod;
import dev.vigie.oncall.contact.NotificationRule;
import dev.vigie.oncall.contact.WorkingHours;

/**
 * What is known of a person.
 *
 * @param displayName how others see them
 * @param language what they are written to in
 * @param timeZone where they live: times are shown to them so, and their working hours
 * and notification rules mean it
 * @param workingHours when they work
 * @param contactMethods how they are reached, the preferred first
 * @param notificationRules which contact methods are tried, by urgency and hour; kept and
 * checked, while pages still go to the preferred address that can be sent to
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PersonSpec(@NotBlank @Size(max = 200) @PlainText String displayName, Language language,
		@IanaZone @Nullable String timeZone,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) @Size(max = 21) List<@NotNull @Valid WorkingHours> workingHours,
		@Size(min = 1, max = 10) List<@NotNull @Valid ContactMethod> contactMethods,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) @Size(
				max = 20) List<@NotNull @Valid NotificationRule> notificationRules) {

	public PersonSpec(String displayName, @Nullable Language language, @Nullable String timeZone,
			@Nullable List<WorkingHours> workingHours, @Nullable List<ContactMethod> contactMethods,
			@Nullable List<NotificationRule> notificationRules) {
		this.displayName = displayName;
		this.language = (language != null) ? language : Language.EN;
		this.timeZone = timeZone;
		this.workingHours = copy(workingHours);
		this.contactMethods = copy(contactMethods);
		this.notificationRules = copy(notificationRules);
	}

	// A null among them is for the validator to name.
	private static <T> List<T> copy(@Nullable List<T> list) {
		return (list != null) ? Collections.unmodifiableList(new ArrayList<>(list)) : List.of();
	}

	ZoneId zone() {
		return ZoneId.of((this.timeZone != null) ? this.timeZone : "UTC");
	}

	/**
	 * A language that pages are written in.
	 */
	public enum Language {

		EN, FR;

		@JsonCreator
		static Language of(String text) {
			return Words.oneOf(values(), text);
		}

		@JsonValue
		String text() {
			return Words.of(this);
		}

	}

}
