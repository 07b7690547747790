package dev.vigie.shared.problem;

import org.springframework.http.HttpStatus;

/**
 * 410: it was there, and is kept no longer.
 */
public final class Gone extends Problem {

	public Gone(String slug, String message) {
		super(HttpStatus.GONE, slug, message);
	}

}
