package dev.vigie.postmortem.postmortem;

import java.util.Locale;

import dev.vigie.shared.problem.Invalid;

/**
 * How far a post-mortem is.
 */
enum PostmortemStatus {

	DRAFT, PUBLISHED;

	String text() {
		return name().toLowerCase(Locale.ROOT);
	}

	static PostmortemStatus parse(String field, String text) {
		for (PostmortemStatus status : values()) {
			if (status.name().equalsIgnoreCase(text)) {
				return status;
			}
		}
		throw new Invalid(field, "must be draft or published");
	}

}
