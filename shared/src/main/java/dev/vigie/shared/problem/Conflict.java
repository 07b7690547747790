package dev.vigie.shared.problem;

import java.util.List;
import java.util.Map;

import org.springframework.http.HttpStatus;

/**
 * 409: right in itself, yet not in the present state; {@code legal} lists what is.
 */
public final class Conflict extends Problem {

	public Conflict(String slug, String message) {
		super(HttpStatus.CONFLICT, slug, message);
	}

	public Conflict(String slug, String message, List<String> legal) {
		super(HttpStatus.CONFLICT, slug, message, List.of(), Map.of("legal", List.copyOf(legal)));
	}

	/**
	 * With more for the caller to act on.
	 */
	public Conflict(String slug, String message, Map<String, Object> properties) {
		super(HttpStatus.CONFLICT, slug, message, List.of(), properties);
	}

}
