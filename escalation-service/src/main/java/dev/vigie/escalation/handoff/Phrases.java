package dev.vigie.escalation.handoff;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;

import dev.vigie.escalation.channel.Lines;

/**
 * The phrases of one reader.
 */
final class Phrases {

	private final MessageSource messages;

	private final Locale language;

	private final String zone;

	private final DateTimeFormatter times;

	Phrases(MessageSource messages, Mailbox reader) {
		this.messages = messages;
		this.language = reader.language();
		this.zone = reader.zone().getId().equals("Z") ? "UTC" : reader.zone().getId();
		this.times = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
			.withLocale(reader.language())
			.withZone(reader.zone());
	}

	// Whatever comes from outside stays on its line.
	String text(String key, Object... parts) {
		Object[] safe = Stream.of(parts)
			.map((part) -> (part instanceof String text) ? Lines.joined(text) : part)
			.toArray();
		return this.messages.getMessage("handoff." + key, safe, this.language);
	}

	String role(String role) {
		return String.valueOf(this.messages.getMessage("handoff.role." + role, null, role, this.language));
	}

	String time(Instant at) {
		return this.times.format(at) + " (" + this.zone + ")";
	}

	/**
	 * As long as people care: days and hours, or hours and minutes.
	 */
	String length(Duration length) {
		if (length.toDays() > 0) {
			return text("length.days", length.toDays(), length.toHoursPart());
		}
		return (length.toHours() > 0) ? text("length.hours", length.toHours(), length.toMinutesPart())
				: text("length.minutes", length.toMinutes());
	}

}
