package dev.vigie.allinone.api;

import org.jspecify.annotations.Nullable;

import dev.vigie.allinone.CommandFailure;

/**
 * Vigie did not answer, or not with what was asked; a moment later it may.
 */
public final class NoAnswer extends CommandFailure {

	NoAnswer(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
