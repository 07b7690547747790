package dev.vigie.escalation.page;

import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.vigie.escalation.channel.Lines;

/**
 * Bounds what senders wrote: a page must stay small enough for every mail server,
 * whatever stands in an alert.
 */
final class Excerpt {

	private static final int LONGEST = 500;

	private static final int LONGEST_LINK = 2000;

	private static final int MOST_LABELS = 50;

	private Excerpt() {
	}

	static String of(String text) {
		return Lines.cut(text, LONGEST);
	}

	/**
	 * The link, or null when it is too long: a cut link leads nowhere.
	 */
	static @Nullable String link(@Nullable String link) {
		return (link != null && link.length() <= LONGEST_LINK) ? link : null;
	}

	static Map<String, String> of(Map<String, String> labels) {
		return labels.entrySet()
			.stream()
			.limit(MOST_LABELS)
			.collect(Collectors.toMap((label) -> of(label.getKey()), (label) -> of(label.getValue()),
					(first, _) -> first));
	}

}
