package dev.vigie.runbook.runbook;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import dev.vigie.shared.problem.Problem.FieldError;

/**
 * One condition of a runbook: a label or an annotation is a value, or matches a regular
 * expression as a whole. One that is missing fits nothing.
 *
 * @param label the name of the label, or absent
 * @param annotation the name of the annotation, or absent
 * @param value what it must be, {@code equals} in the document, or absent
 * @param matches the regular expression it must match, or absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Matcher(@Nullable String label, @Nullable String annotation,
		@JsonProperty("equals") @Nullable String value, @Nullable String matches) {

	static final int LONGEST_VALUE = 2000;

	List<FieldError> errors(String path) {
		List<FieldError> errors = new ArrayList<>();
		if ((this.label == null) == (this.annotation == null)) {
			errors.add(new FieldError(path, "must have either label or annotation"));
		}
		if ((this.value == null) == (this.matches == null)) {
			errors.add(new FieldError(path, "must have either equals or matches"));
		}
		text(path + ".label", this.label, errors);
		text(path + ".annotation", this.annotation, errors);
		text(path + ".equals", this.value, errors);
		text(path + ".matches", this.matches, errors);
		if (this.matches != null && errors.isEmpty()) {
			regex(path + ".matches", this.matches, errors);
		}
		return errors;
	}

	private static void text(String path, @Nullable String text, List<FieldError> errors) {
		if (text == null) {
			return;
		}
		if (text.isEmpty()) {
			errors.add(new FieldError(path, "must not be empty"));
		}
		else if (text.length() > LONGEST_VALUE) {
			errors.add(new FieldError(path, "must be at most %d characters long".formatted(LONGEST_VALUE)));
		}
		else if (text.indexOf('\0') >= 0) {
			errors.add(new FieldError(path, "must not contain U+0000"));
		}
	}

	private static void regex(String path, String regex, List<FieldError> errors) {
		try {
			AnchoredRegex.compile(regex);
		}
		catch (IllegalArgumentException failure) {
			errors.add(new FieldError(path, String.valueOf(failure.getMessage())));
		}
	}

}
