package dev.vigie.shared.problem;

import org.springframework.http.HttpStatus;

/**
 * 404: there is no such thing, or the caller may not know of it.
 */
public final class NotFound extends Problem {

	public NotFound(String message) {
		super(HttpStatus.NOT_FOUND, "not-found", message);
	}

}
