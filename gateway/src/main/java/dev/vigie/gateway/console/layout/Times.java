package dev.vigie.gateway.console.layout;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import dev.vigie.shared.problem.Invalid;

/**
 * Writes times in the reader's language and the installation's zone.
 */
@Component
public class Times {

	private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("z");

	private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

	private static final Duration WEEK = Duration.ofDays(7);

	private final InstantSource clock;

	private final ZoneId zone;

	private final MessageSource messages;

	Times(InstantSource clock, @Value("${vigie.console.time-zone:UTC}") ZoneId zone, MessageSource messages) {
		this.clock = clock;
		this.zone = zone;
		this.messages = messages;
	}

	public @Nullable Moment moment(@Nullable Instant at, Locale locale) {
		if (at == null) {
			return null;
		}
		DateTimeFormatter format = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM)
			.withLocale(locale)
			.withZone(this.zone);
		Duration distance = Duration.between(at, this.clock.instant()).abs();
		return new Moment(at.toString(),
				format.format(at) + " " + ZONE.withLocale(locale).withZone(this.zone).format(at),
				words(distance, locale));
	}

	public Instant in(Duration length) {
		return this.clock.instant().plus(length);
	}

	public boolean isPast(Instant at) {
		return at.isBefore(this.clock.instant());
	}

	/**
	 * A time of tomorrow on the installation's clocks.
	 */
	public Instant tomorrow(LocalTime time) {
		return LocalDate.ofInstant(this.clock.instant(), this.zone)
			.plusDays(1)
			.atTime(time)
			.atZone(this.zone)
			.toInstant();
	}

	/**
	 * What was put in a field for a time, on the installation's clocks.
	 */
	public Instant read(String field, String local) {
		try {
			return LocalDateTime.parse(local).atZone(this.zone).toInstant();
		}
		catch (DateTimeException _) {
			throw new Invalid(field, "must be a date with a time");
		}
	}

	/**
	 * A time as its field has it.
	 */
	public @Nullable String field(@Nullable Instant at) {
		return (at != null) ? FIELD.withZone(this.zone).format(at) : null;
	}

	public Bounds bounds(Locale locale) {
		Instant now = this.clock.instant();
		return new Bounds(String.valueOf(field(now)), String.valueOf(field(now.plus(WEEK))),
				ZONE.withLocale(locale).withZone(this.zone).format(now));
	}

	/**
	 * A length of time as people say it.
	 */
	public String words(Duration distance, Locale locale) {
		if (distance.toDays() > 0) {
			return this.messages.getMessage("time.days", new Object[] { distance.toDays() }, locale);
		}
		if (distance.toHours() > 0) {
			return this.messages.getMessage("time.hours", new Object[] { distance.toHours(), distance.toMinutesPart() },
					locale);
		}
		if (distance.toMinutes() > 0) {
			return this.messages.getMessage("time.minutes", new Object[] { distance.toMinutes() }, locale);
		}
		return this.messages.getMessage("time.seconds", new Object[] { distance.toSeconds() }, locale);
	}

}
