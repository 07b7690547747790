package dev.vigie.shared.problem;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

import dev.vigie.shared.problem.Problem.FieldError;

/**
 * Says where JSON stops making sense, without repeating it and without a word of Java.
 */
public final class Misreading {

	private static final Pattern SOURCE = Pattern.compile("\\s*\\([^(]*\\[Source:.*", Pattern.DOTALL);

	// The names of classes, as the library quotes them.
	private static final Pattern JAVA = Pattern.compile("`|\\b(?:dev|java|tools|com|org)\\.[a-z]");

	private Misreading() {
	}

	public static FieldError of(JacksonException failure) {
		return new FieldError(path(failure), reason(failure));
	}

	private static String path(JacksonException failure) {
		StringBuilder path = new StringBuilder();
		failure.getPath().forEach((step) -> {
			if (step.getPropertyName() == null) {
				path.append('[').append(step.getIndex()).append(']');
			}
			else {
				path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
			}
		});
		return path.toString();
	}

	private static String reason(JacksonException failure) {
		if (failure instanceof UnrecognizedPropertyException) {
			return "is not a known field here";
		}
		if (failure instanceof StreamReadException) {
			return "cannot be read as JSON: " + SOURCE.matcher(failure.getOriginalMessage()).replaceFirst("")
					+ place(failure);
		}
		Throwable cause = failure.getCause();
		if (cause instanceof IllegalArgumentException && isPlain(cause.getMessage())) {
			return String.valueOf(cause.getMessage()); // a creator's own words
		}
		String words = isPlain(failure.getOriginalMessage()) ? failure.getOriginalMessage()
				: "is not what belongs here";
		return (failure instanceof MismatchedInputException mismatch)
				? Expectations.of(mismatch.getTargetType()).orElse(words) : words;
	}

	private static String place(JacksonException failure) {
		return (failure.getLocation() == null) ? "" : " (line %d, column %d)"
			.formatted(failure.getLocation().getLineNr(), failure.getLocation().getColumnNr());
	}

	private static boolean isPlain(@Nullable String text) {
		return text != null && !JAVA.matcher(text).find();
	}

}
