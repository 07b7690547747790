package dev.vigie.escalation.incident;

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
		String key = "timeline." + line.code();
		String usual = this.messages.getMessage(key, null, line.code(), locale);
		if (line.params().containsKey("count")) {
			return String.valueOf(this.messages.getMessage(key + ".many", null, usual, locale));
		}
		if (line.actor() == null) {
			return String.valueOf(this.messages.getMessage(key + ".auto", null, usual, locale));
		}
		return String.valueOf(usual);
	}

	private static String value(MatchResult place, TimelineTable.Line line) {
		String name = place.group(1);
		return name.equals("actor") ? String.valueOf(line.actor()) : line.params().getOrDefault(name, "");
	}

	private static Locale spoken(Locale locale) {
		return locale.getLanguage().equals(Locale.FRENCH.getLanguage()) ? Locale.FRENCH : Locale.ENGLISH;
	}

}
