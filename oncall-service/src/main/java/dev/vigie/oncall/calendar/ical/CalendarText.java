package dev.vigie.oncall.calendar.ical;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

import com.github.mangstadt.vinnie.SyntaxStyle;
import com.github.mangstadt.vinnie.VObjectParameters;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import com.github.mangstadt.vinnie.io.VObjectWriter;

/**
 * Writes shifts as iCalendar text, in instants: no reader can then be wrong about a zone
 * or about the hour that a clock skips.
 */
public final class CalendarText {

	private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	private final StringWriter text = new StringWriter();

	private final VObjectWriter lines = new VObjectWriter(this.text, SyntaxStyle.NEW);

	private CalendarText() {
		// It would count characters where RFC 5545 counts octets.
		this.lines.getFoldedLineWriter().setLineLength(null);
	}

	/**
	 * A calendar of that name.
	 * @param refresh how often readers may ask for it
	 */
	public static String of(String name, Duration refresh, List<Entry> entries) {
		CalendarText calendar = new CalendarText();
		try {
			calendar.write(name, refresh, entries);
		}
		catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
		return Folding.fold(calendar.text.toString());
	}

	private void write(String name, Duration refresh, List<Entry> entries) throws IOException {
		this.lines.writeBeginComponent("VCALENDAR");
		this.lines.writeVersion("2.0");
		this.lines.writeProperty("PRODID", "-//Vigie//On call//EN");
		this.lines.writeProperty("CALSCALE", "GREGORIAN");
		this.lines.writeProperty("METHOD", "PUBLISH");
		text("NAME", name);
		text("X-WR-CALNAME", name);
		VObjectParameters duration = new VObjectParameters();
		duration.put("VALUE", "DURATION");
		this.lines.writeProperty(null, "REFRESH-INTERVAL", duration, refresh.toString());
		this.lines.writeProperty("X-PUBLISHED-TTL", refresh.toString());
		for (Entry entry : entries) {
			write(entry);
		}
		this.lines.writeEndComponent("VCALENDAR");
		this.lines.flush();
	}

	private void write(Entry entry) throws IOException {
		this.lines.writeBeginComponent("VEVENT");
		this.lines.writeProperty("UID", entry.uid());
		this.lines.writeProperty("DTSTAMP", UTC.format(entry.modified()));
		this.lines.writeProperty("LAST-MODIFIED", UTC.format(entry.modified()));
		this.lines.writeProperty("SEQUENCE", String.valueOf(entry.sequence()));
		this.lines.writeProperty("DTSTART", UTC.format(entry.span().start()));
		this.lines.writeProperty("DTEND", UTC.format(end(entry)));
		text("SUMMARY", entry.summary());
		text("DESCRIPTION", entry.description());
		this.lines.writeProperty("STATUS", entry.cancelled() ? "CANCELLED" : "CONFIRMED");
		// Being on call keeps nobody from meetings.
		this.lines.writeProperty("TRANSP", "TRANSPARENT");
		this.lines.writeEndComponent("VEVENT");
	}

	// Calendars know no part of a second; an entry of none would be refused.
	private static Instant end(Entry entry) {
		Instant end = entry.span().end().truncatedTo(ChronoUnit.SECONDS);
		return end.isAfter(entry.span().start()) ? end : entry.span().start().plusSeconds(1);
	}

	private void text(String name, String value) throws IOException {
		if (!value.isEmpty()) {
			this.lines.writeProperty(name, VObjectPropertyValues.escape(value));
		}
	}

}
