package dev.vigie.alertingest.sender.sentry;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.vigie.alertingest.alert.AlertChange;

/**
 * Labels and annotations as far as there is something in them.
 */
record SentryTexts(Map<String, String> labels, Map<String, String> annotations) {

	private static final int LONGEST_TITLE = 200;

	SentryTexts() {
		this(new HashMap<>(), new HashMap<>());
	}

	SentryTexts label(String name, @Nullable String value) {
		if (value != null && !value.isBlank()) {
			this.labels.put(name, cut(value));
		}
		return this;
	}

	SentryTexts severity(@Nullable String level) {
		String severity = switch ((level != null) ? level.toLowerCase(Locale.ROOT) : "") {
			case "fatal", "critical" -> "critical";
			case "error" -> "error";
			case "warning" -> "warning";
			case "info", "debug" -> "info";
			default -> null;
		};
		return label("severity", severity);
	}

	SentryTexts annotation(String name, @Nullable String value) {
		if (value != null && !value.isBlank()) {
			this.annotations.put(name, value);
		}
		return this;
	}

	AlertChange.Builder on(AlertChange.Builder change) {
		return change.labels(this.labels).annotations(this.annotations);
	}

	static String cut(String text) {
		return text.codePoints()
			.limit(LONGEST_TITLE)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

}
