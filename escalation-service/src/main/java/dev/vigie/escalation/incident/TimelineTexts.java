package dev.vigie.escalation.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

	/**
	 * Parameters that not every line of a code has, and that may have words of their own.
	 */
	private static final List<String> NAMED = List.of("reason", "until");

	private final MessageSource messages;

	TimelineTexts(MessageSource messages) {
		this.messages = messages;
	}

	String text(TimelineTable.Line line, Locale locale) {
		String text = PLACE.matcher(pattern(line, spoken(locale)))
			.replaceAll((place) -> Matcher.quoteReplacement(value(place, line)));
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

	private static String value(MatchResult place, TimelineTable.Line line) {
		String name = place.group(1);
		return name.equals("actor") ? String.valueOf(line.actor()) : line.params().getOrDefault(name, "");
	}

	private static Locale spoken(Locale locale) {
		return locale.getLanguage().equals(Locale.FRENCH.getLanguage()) ? Locale.FRENCH : Locale.ENGLISH;
	}

}
