package dev.vigie.alertingest.fuzz;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.vigie.alertingest.alert.AlertChange;
import dev.vigie.alertingest.sender.Reading;

/**
 * What the database takes, so that nothing is refused after it was understood.
 */
final class Storable {

	private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

	private Storable() {
	}

	static void check(Reading reading) {
		check("note", reading.note());
		for (Reading.Part part : reading.parts()) {
			check("group", part.group().key());
			check("group labels", part.group().labels());
			part.alerts().forEach(Storable::check);
		}
		reading.changes().forEach((change) -> check("change", change.toString()));
	}

	private static void check(AlertChange alert) {
		check("fingerprint", alert.fingerprint());
		int length = alert.fingerprint().codePointCount(0, alert.fingerprint().length());
		if (length == 0 || length > 512) {
			throw new AssertionError("The fingerprint is %d long".formatted(length));
		}
		check("labels", alert.labels());
		check("annotations", alert.annotations());
		check("startsAt", alert.startsAt());
		check("endsAt", alert.endsAt());
		check("validUntil", alert.validUntil());
		check("statedAt", alert.statedAt());
		check("generatorUrl", alert.generatorUrl());
		if (alert.word() != null) {
			check("by", alert.word().by());
			check("text", alert.word().text());
			check("until", alert.word().until());
		}
	}

	private static void check(String what, Map<String, String> texts) {
		texts.forEach((name, value) -> {
			check(what, name);
			check(what, value);
		});
	}

	private static void check(String what, @Nullable String text) {
		for (int i = 0; text != null && i < text.length(); i++) {
			char next = text.charAt(i);
			boolean pair = Character.isHighSurrogate(next) && i + 1 < text.length()
					&& Character.isLowSurrogate(text.charAt(i + 1));
			if (next == 0 || (Character.isSurrogate(next) && !pair)) {
				throw new AssertionError("%s cannot be stored: U+%04X at %d".formatted(what, (int) next, i));
			}
			i += pair ? 1 : 0;
		}
	}

	private static void check(String what, @Nullable Instant time) {
		if (time != null && (time.isBefore(Instant.EPOCH) || time.isAfter(END))) {
			throw new AssertionError("%s is %s".formatted(what, time));
		}
	}

}
