package dev.vigie.shared.problem;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * 401 or 403: the caller did not prove who it is, or may not do this.
 */
public final class Denied extends Problem {

	private final @Nullable String challenge;

	private Denied(HttpStatus status, String slug, String message, @Nullable String challenge) {
		super(status, slug, message);
		this.challenge = challenge;
	}

	/**
	 * 401: the proof is missing or wrong; with a right one it would work.
	 */
	public static Denied unproven(String message) {
		return new Denied(HttpStatus.UNAUTHORIZED, "unauthorized", message, null);
	}

	/**
	 * 401 that says which proof is asked for; some callers send theirs only then.
	 * @param challenge the {@code WWW-Authenticate}
	 */
	public static Denied unproven(String message, String challenge) {
		return new Denied(HttpStatus.UNAUTHORIZED, "unauthorized", message, challenge);
	}

	/**
	 * 403: not for this caller.
	 */
	public static Denied forbidden(String message) {
		return new Denied(HttpStatus.FORBIDDEN, "forbidden", message, null);
	}

	@Nullable String challenge() {
		return this.challenge;
	}

}
