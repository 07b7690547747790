package dev.vigie.allinone;

import org.jspecify.annotations.Nullable;

/**
 * Why a command cannot do what was asked, in one line a person can act on.
 */
public class CommandFailure extends RuntimeException {

	public CommandFailure(String message) {
		super(message);
	}

	public CommandFailure(String message, @Nullable Throwable cause) {
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
