package dev.vigie.shared.time;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A length of time as people write it, {@code 1h30m} or {@code PT90M}, kept as written.
 */
public record Delay(@JsonValue String text) {

	private static final Pattern SHORT = Pattern
		.compile("(?:(\\d{1,4})d)?(?:(\\d{1,5})h)?(?:(\\d{1,6})m)?(?:(\\d{1,7})s)?");

	private static final Duration LONGEST = Duration.ofDays(30);

	@JsonCreator
	public Delay {
		Duration length = parse(text);
		if (length.isNegative() || length.compareTo(LONGEST) > 0) {
			throw new IllegalArgumentException("must be from 0 to 30 days");
		}
	}

	public Duration length() {
		return parse(this.text);
	}

	private static Duration parse(String text) {
		Matcher matcher = SHORT.matcher(text);
		if (!text.isEmpty() && matcher.matches()) {
			return Duration.ofDays(part(matcher, 1))
				.plusHours(part(matcher, 2))
				.plusMinutes(part(matcher, 3))
				.plusSeconds(part(matcher, 4));
		}
		try {
			return Duration.parse(text.toUpperCase(Locale.ROOT));
		}
		catch (DateTimeException _) {
			throw new IllegalArgumentException("must be a length of time such as 15m, 1h30m or PT15M");
		}
	}

	private static long part(Matcher matcher, int group) {
		return (matcher.group(group) != null) ? Long.parseLong(matcher.group(group)) : 0;
	}

}
