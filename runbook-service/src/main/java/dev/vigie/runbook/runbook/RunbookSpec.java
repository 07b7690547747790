package dev.vigie.runbook.runbook;

import java.util.ArrayList;
import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.problem.Problem.FieldError;

/**
 * What a Runbook document says.
 *
 * @param title what it is called on a page at night
 * @param match conditions that must all hold; without any it is only found by name
 * @param body the procedure in Markdown
 */
record RunbookSpec(
		@NotBlank @Size(max = 200) @Pattern(regexp = NO_NUL, message = "must not contain U+0000") String title,
		@Size(max = 20) List<Matcher> match,
		@NotBlank @Size(max = 200_000) @Pattern(regexp = NO_NUL, message = "must not contain U+0000") String body) {

	private static final String NO_NUL = "[^\\x00]*";

	RunbookSpec(String title, @Nullable List<Matcher> match, String body) {
		if (match != null && match.stream().anyMatch((matcher) -> matcher == null)) {
			throw new IllegalArgumentException("match must not hold null");
		}
		this.title = title;
		this.match = (match != null) ? List.copyOf(match) : List.of();
		this.body = body;
	}

	/**
	 * Refuses matchers that say too little, too much, or are no regular expression.
	 */
	RunbookSpec checked() {
		List<FieldError> errors = new ArrayList<>();
		for (int i = 0; i < this.match.size(); i++) {
			errors.addAll(this.match.get(i).errors("match[%d]".formatted(i)));
		}
		if (!errors.isEmpty()) {
			throw new Invalid(errors);
		}
		return this;
	}

}
