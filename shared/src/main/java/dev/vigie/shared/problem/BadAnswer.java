package dev.vigie.shared.problem;

import org.springframework.http.HttpStatus;

/**
 * 502: somebody else's program was asked and answered something that is of no use.
 */
public final class BadAnswer extends Problem {

	public BadAnswer(String message) {
		super(HttpStatus.BAD_GATEWAY, "bad-answer", message);
	}

}
