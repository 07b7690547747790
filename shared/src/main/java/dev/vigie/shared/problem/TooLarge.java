package dev.vigie.shared.problem;

import org.springframework.http.HttpStatus;

/**
 * 413: the body is larger than this endpoint takes.
 */
public final class TooLarge extends Problem {

	public TooLarge(String message) {
		super(HttpStatus.CONTENT_TOO_LARGE, "too-large", message);
	}

}
