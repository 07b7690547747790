package dev.vigie.escalation.incident;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The words for the lines of a timeline, in English and French.
 */
@Component
class TimelineTexts {

	private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

	private static final DateTimeFormatter TIMES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'")
		.withZone(ZoneOffset.UTC);

	/**
	 * Parameters that not every line of a code has, and that may have words of their own.
	 */
	private static final List<String> NAMED = List.of("reason", "until", "subject", "person", "outcome", "url",
			"startedAt", "others");

	/**
	 * Parameters whose values are words of the program, which have words for people.
	 */
	private static final Set<String> CODED = Set.of("role", "phase", "outcome", "status", "impact");

	/**
	 * Parameters that are instants.
	 */
	private static final Set<String> TIMED = Set.of("until", "startedAt", "takenAt", "promised");

	private final MessageSource messages;

	TimelineTexts(MessageSource messages) {
		this.messages = messages;
	}

	String text(TimelineTable.Line line, Locale locale) {
		Locale spoken = spoken(locale);
		String text = PLACE.matcher(pattern(line, spoken))
			.replaceAll((place) -> Matcher.quoteReplacement(value(place, line, spoken)));
		String note = line.params().getOrDefault("note", "");
		return note.isEmpty() ? text : text + " – " + note;
	}

	private String pattern(TimelineTable.Line line, Locale locale) {
		StringBuilder key = new StringBuilder("timeline.").append(line.code());
		String pattern = String.valueOf(this.messages.getMessage(key.toString(), null, line.code(), locale));
		for (String variant : variants(line)) {
			String found = this.messages.getMessage(key + variant, null, null, locale);
			if (found != null) {
				key.append(variant);
				pattern = found;
			}
		}
		return pattern;
	}

	private static List<String> variants(TimelineTable.Line line) {
		List<String> variants = new ArrayList<>();
		if (line.params().containsKey("count")) {
			variants.add(".many");
		}
		else if (line.actor() == null) {
			variants.add(".auto");
		}
		NAMED.stream().filter(line.params()::containsKey).map((name) -> "." + name).forEach(variants::add);
		return variants;
	}

	private String value(MatchResult place, TimelineTable.Line line, Locale locale) {
		String name = place.group(1);
		if (name.equals("actor")) {
			return String.valueOf(line.actor());
		}
		String value = line.params().getOrDefault(name, "");
		if (TIMED.contains(name) && !value.isEmpty()) {
			return TIMES.format(Instant.parse(value));
		}
		return CODED.contains(name)
				? String.valueOf(
						this.messages.getMessage("timeline.word.%s.%s".formatted(name, value), null, value, locale))
				: value;
	}

	private static Locale spoken(Locale locale) {
		return locale.getLanguage().equals(Locale.FRENCH.getLanguage()) ? Locale.FRENCH : Locale.ENGLISH;
	}

}
