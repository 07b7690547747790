package dev.vigie.shared.problem;

import java.util.List;
import java.util.Map;

import org.springframework.http.HttpStatus;

/**
 * A refusal that the caller can act on. {@code slug} becomes the stable {@code type}
 * {@code /problems/<slug>}; callers branch on it and never on the text.
 */
public abstract sealed class Problem extends RuntimeException
		permits NotFound, Invalid, Denied, Conflict, PreconditionFailed, Gone, TooLarge, Unavailable, BadAnswer {

	private final HttpStatus status;

	private final String slug;

	private final transient List<FieldError> errors;

	private final transient Map<String, Object> properties;

	Problem(HttpStatus status, String slug, String message, List<FieldError> errors, Map<String, Object> properties) {
		super(message);
		this.status = status;
		this.slug = slug;
		this.errors = List.copyOf(errors);
		this.properties = Map.copyOf(properties);
	}

	Problem(HttpStatus status, String slug, String message) {
		this(status, slug, message, List.of(), Map.of());
	}

	public HttpStatus status() {
		return this.status;
	}

	public String slug() {
		return this.slug;
	}

	public List<FieldError> errors() {
		return this.errors;
	}

	Map<String, Object> properties() {
		return this.properties;
	}

	/**
	 * What is wrong with one field.
	 *
	 * @param field the path of the field in the body, for example
	 * {@code layers[0].rotation.people[1]}
	 * @param reason one sentence a person can act on
	 */
	public record FieldError(String field, String reason) {
	}

}
