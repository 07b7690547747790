package dev.vigie.oncall.person;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import dev.vigie.oncall.constraint.IanaZone;
import dev.vigie.oncall.constraint.PlainText;

/**
 * What is known of a person.
 *
 * @param displayName how others see them
 * @param language what they are written to in
 * @param timeZone where they live, for showing times only
 * @param contactMethods how they are reached, the preferred first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PersonSpec(@NotBlank @Size(max = 200) @PlainText String displayName, Language language,
		@IanaZone @Nullable String timeZone,
		@Size(min = 1, max = 10) List<@NotNull @Valid ContactMethod> contactMethods) {

	public PersonSpec(String displayName, @Nullable Language language, @Nullable String timeZone,
			@Nullable List<ContactMethod> contactMethods) {
		this.displayName = displayName;
		this.language = (language != null) ? language : Language.EN;
		this.timeZone = timeZone;
		// A null among them is for the validator to name.
		this.contactMethods = (contactMethods != null) ? Collections.unmodifiableList(new ArrayList<>(contactMethods))
				: List.of();
	}

	/**
	 * A way to reach a person.
	 *
	 * @param type by what
	 * @param address where
	 */
	public record ContactMethod(@NotNull Type type,
			@NotBlank @Email(regexp = "[^@\\s\\p{Cs}]+@[^@\\s\\p{Cs}]+") @Size(max = 254) String address) {

		/**
		 * By what a person is reached.
		 */
		public enum Type {

			EMAIL;

			@JsonCreator
			static Type of(String text) {
				return oneOf(values(), text);
			}

			@JsonValue
			String text() {
				return name().toLowerCase(Locale.ROOT);
			}

		}

	}

	/**
	 * A language that pages are written in.
	 */
	public enum Language {

		EN, FR;

		@JsonCreator
		static Language of(String text) {
			return oneOf(values(), text);
		}

		@JsonValue
		String text() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	private static <E extends Enum<E>> E oneOf(E[] values, String text) {
		return Arrays.stream(values)
			.filter((value) -> value.name().equalsIgnoreCase(text))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(
					"must be one of " + Arrays.toString(values).toLowerCase(Locale.ROOT)));
	}

}
