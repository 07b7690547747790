package dev.vigie.shared.problem;

import java.util.stream.Collectors;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

import org.springframework.http.converter.HttpMessageNotReadableException;

/**
 * Says where a JSON body stops making sense, without repeating the body.
 */
final class UnreadableBody {

	private UnreadableBody() {
	}

	static Problem.FieldError explain(HttpMessageNotReadableException failure) {
		if (!(failure.getCause() instanceof JacksonException cause)) {
			return new Problem.FieldError("", "The body is missing or cannot be read as JSON");
		}
		String field = cause.getPath()
			.stream()
			.map((step) -> (step.getPropertyName() != null) ? "." + step.getPropertyName()
					: "[" + step.getIndex() + "]")
			.collect(Collectors.joining());
		if (cause instanceof UnrecognizedPropertyException) {
			return new Problem.FieldError(field.substring(1), "is not a known field here");
		}
		String place = (cause.getLocation() == null) ? ""
				: " (line %d, column %d)".formatted(cause.getLocation().getLineNr(), cause.getLocation().getColumnNr());
		return new Problem.FieldError(field.startsWith(".") ? field.substring(1) : field,
				cause.getOriginalMessage() + place);
	}

}
