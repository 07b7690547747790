package dev.vigie.oncall.calendar;

import org.jspecify.annotations.Nullable;

/**
 * What the server of a calendar answered.
 */
sealed interface Answer {

	/**
	 * A text.
	 *
	 * @param etag what to ask it with next time, if it gave any
	 * @param lastModified the same
	 */
	record Text(String content, @Nullable String etag, @Nullable String lastModified) implements Answer {
	}

	/**
	 * The same as last time.
	 */
	record Same() implements Answer {
	}

	/**
	 * Nothing that is of use.
	 */
	record Failed(String reason) implements Answer {
	}

}
