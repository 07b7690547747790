package dev.vigie.escalation.incident;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How people name an incident: {@code 42} or {@code INC-42}.
 */
final class IncidentNumber {

	private static final Pattern NAME = Pattern.compile("(?:INC-)?(\\d{1,18})", Pattern.CASE_INSENSITIVE);

	private IncidentNumber() {
	}

	static Optional<Long> parse(String name) {
		Matcher matcher = NAME.matcher(name);
		return matcher.matches() ? Optional.of(Long.valueOf(matcher.group(1))) : Optional.empty();
	}

}
