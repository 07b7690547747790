package dev.vigie.shared.problem;

import java.time.Duration;

import org.springframework.http.HttpStatus;

/**
 * 503 with {@code Retry-After}: nothing is wrong with the request, come again.
 */
public final class Unavailable extends Problem {

	private final Duration retryAfter;

	public Unavailable(String message, Duration retryAfter) {
		super(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", message);
		this.retryAfter = retryAfter;
	}

	Duration retryAfter() {
		return this.retryAfter;
	}

}
