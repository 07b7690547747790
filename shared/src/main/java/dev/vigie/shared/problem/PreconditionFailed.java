package dev.vigie.shared.problem;

import org.springframework.http.HttpStatus;

/**
 * 412: the caller's {@code If-Match} names an older version.
 */
public final class PreconditionFailed extends Problem {

	public PreconditionFailed(String message) {
		super(HttpStatus.PRECONDITION_FAILED, "precondition-failed", message);
	}

}
