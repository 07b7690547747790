package dev.vigie.escalation.incident;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What an incident does to those the business serves.
 *
 * @param business whether it harms the business
 * @param text in which way
 * @param startedAt since when, once somebody has confirmed that
 */
record Impact(boolean business, @Nullable String text, @Nullable Instant startedAt) {

	Impact {
		text = (text == null || text.isBlank()) ? null : text.replace("\0", "").strip();
	}

}
