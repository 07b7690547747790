package dev.vigie.shared.problem;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.http.HttpStatus;

/**
 * 400: the request says something that cannot be, field by field.
 */
public final class Invalid extends Problem {

	public Invalid(String field, String reason) {
		this(List.of(new FieldError(field, reason)));
	}

	public Invalid(List<FieldError> errors) {
		super(HttpStatus.BAD_REQUEST, "invalid", text(errors), errors, Map.of());
	}

	private static String text(List<FieldError> errors) {
		return errors.stream()
			.map((error) -> error.field().isEmpty() ? error.reason() : error.field() + ": " + error.reason())
			.collect(Collectors.joining("; "));
	}

}
