package dev.vigie.shared.problem;

import org.springframework.http.HttpStatus;

/**
 * 401 or 403: the caller did not prove who it is, or may not do this.
 */
public final class Denied extends Problem {

	private Denied(HttpStatus status, String slug, String message) {
		super(status, slug, message);
	}

	/**
	 * 401: the proof is missing or wrong; with a right one it would work.
	 */
	public static Denied unproven(String message) {
		return new Denied(HttpStatus.UNAUTHORIZED, "unauthorized", message);
	}

	/**
	 * 403: not for this caller.
	 */
	public static Denied forbidden(String message) {
		return new Denied(HttpStatus.FORBIDDEN, "forbidden", message);
	}

}
