package dev.vigie.allinone;

import org.jspecify.annotations.Nullable;

/**
 * Why Vigie cannot start or go on, in one line a person can act on.
 */
public final class StartFailure extends RuntimeException {

	public StartFailure(String message) {
		super(message);
	}

	public StartFailure(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

	/**
	 * The line for the console.
	 */
	public String line() {
		String message = getMessage();
		return (message != null) ? message : toString();
	}

}
