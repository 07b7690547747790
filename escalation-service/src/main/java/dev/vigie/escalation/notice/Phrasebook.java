package dev.vigie.escalation.notice;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.stream.Stream;

import org.springframework.context.support.ResourceBundleMessageSource;

import dev.vigie.escalation.channel.Lines;

/**
 * The phrases of one file of messages, in the languages that people read.
 */
public final class Phrasebook {

	private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

	public Phrasebook(String basename) {
		this.messages.setBasename(basename);
		this.messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
		this.messages.setFallbackToSystemLocale(false);
		this.messages.setAlwaysUseMessageFormat(true); // one rule for quotes in all texts
	}

	/**
	 * A phrase; whatever comes from outside stays on its line.
	 */
	public String text(Locale language, String key, Object... parts) {
		Object[] safe = Stream.of(parts)
			.map((part) -> (part instanceof String text) ? Lines.joined(text) : part)
			.toArray();
		return this.messages.getMessage(key, safe, language);
	}

	/**
	 * A phrase, or what it is about where there is none.
	 */
	public String textOr(String otherwise, Locale language, String key) {
		return String.valueOf(this.messages.getMessage(key, null, otherwise, language));
	}

	/**
	 * A moment as people in the zone write it, and which zone that is.
	 */
	public static String time(Instant at, Locale language, ZoneId zone) {
		return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
			.withLocale(language)
			.withZone(zone)
			.format(at) + " (" + ((zone.normalized() == ZoneOffset.UTC) ? "UTC" : zone.getId()) + ")";
	}

}
