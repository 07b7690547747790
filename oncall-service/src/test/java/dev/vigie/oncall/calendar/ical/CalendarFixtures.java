package dev.vigie.oncall.calendar.ical;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.vigie.oncall.span.Span;

/**
 * Calendars in the shapes that other programs export.
 */
public final class CalendarFixtures {

	private CalendarFixtures() {
	}

	/**
	 * The text of a file among the resources of the tests.
	 */
	public static String text(String name) {
		try (InputStream file = CalendarFixtures.class.getResourceAsStream("/calendars/" + name + ".ics")) {
			return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8).replace("\n",
					"\r\n");
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	/**
	 * So many events, a third of them without end: who has the turn of six hours changes
	 * by the day of the year.
	 */
	public static String large(int events) {
		StringBuilder text = new StringBuilder("""
				BEGIN:VCALENDAR
				VERSION:2.0
				PRODID:-//Test//Large//EN
				X-WR-TIMEZONE:Europe/Paris
				""");
		for (int i = 0; i < events; i++) {
			LocalDate day = LocalDate.of(2024, 1, 1).plusDays(i % 1500);
			String rule = switch (i % 3) {
				case 0 -> "RRULE:FREQ=YEARLY\n";
				case 1 -> "RRULE:FREQ=MONTHLY;COUNT=5\n";
				default -> "";
			};
			text.append("""
					BEGIN:VEVENT
					UID:%d@large.example
					DTSTART;TZID=Europe/Paris:%s
					DTEND;TZID=Europe/Paris:%s
					%sSUMMARY:%s
					END:VEVENT
					""".formatted(i, stamp(day, i % 4 * 6),
					stamp(day.plusDays((i % 4 == 3) ? 1 : 0), (i % 4 + 1) % 4 * 6), rule,
					List.of("Ada", "Bob", "Cleo").get(i % 3)));
		}
		return text.append("END:VCALENDAR\n").toString();
	}

	private static String stamp(LocalDate day, int hour) {
		return "%sT%02d0000".formatted(day.toString().replace("-", ""), hour);
	}

	static String calendar(String... lines) {
		return "BEGIN:VCALENDAR\nVERSION:2.0\n" + String.join("\n", lines) + "\nEND:VCALENDAR\n";
	}

	static String event(String... lines) {
		return "BEGIN:VEVENT\n" + String.join("\n", lines) + "\nEND:VEVENT";
	}

	static CalendarFile read(String text) {
		return read(text, null);
	}

	static CalendarFile read(String text, @Nullable String zone) {
		try {
			return CalendarFile.read(text, (zone != null) ? ZoneId.of(zone) : null);
		}
		catch (Malformed failure) {
			throw new AssertionError(failure);
		}
	}

	/**
	 * What takes place, a line each.
	 */
	static List<String> between(CalendarFile file, String from, String to) {
		return file.occurrences(span(from, to), 100_000)
			.stream()
			.map((one) -> one.subject().summary() + " " + one.span().start() + " " + one.span().end())
			.toList();
	}

	static Span span(String from, String to) {
		return new Span(LocalDate.parse(from).atStartOfDay(ZoneId.of("UTC")).toInstant(),
				LocalDate.parse(to).atStartOfDay(ZoneId.of("UTC")).toInstant());
	}

}
