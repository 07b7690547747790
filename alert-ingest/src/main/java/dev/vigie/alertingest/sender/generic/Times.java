package dev.vigie.alertingest.sender.generic;

import java.time.Instant;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.vigie.alertingest.sender.SenderTimes;

/**
 * Reads what senders give for a time: RFC 3339, the same without a colon in the offset,
 * or seconds or milliseconds since 1970.
 */
final class Times {

	private static final Pattern NUMBER = Pattern.compile("\\d{9,14}(\\.\\d{1,9})?");

	private static final Pattern OFFSET = Pattern.compile("([+-]\\d{2})(\\d{2})$");

	private static final double MILLIS_FROM = 1e11;

	private Times() {
	}

	/**
	 * The time, null if it cannot be one.
	 * @throws dev.vigie.shared.problem.Invalid if it is written in no way known here
	 */
	static @Nullable Instant read(String field, String text, Instant receivedAt) {
		if (NUMBER.matcher(text).matches()) {
			double number = Double.parseDouble(text);
			double millis = (number < MILLIS_FROM) ? number * 1000 : number;
			return SenderTimes.read(field, Instant.ofEpochMilli((long) millis).toString(), receivedAt);
		}
		return SenderTimes.read(field, OFFSET.matcher(text.strip()).replaceFirst("$1:$2"), receivedAt);
	}

}
