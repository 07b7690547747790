package dev.vigie.oncall.calendar.ical;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import dev.vigie.oncall.span.Span;

import static org.assertj.core.api.Assertions.assertThat;

class CalendarTextTests extends DefaultZones {

	private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

	@Test
	void writesWhatGoogleOutlookAndAppleRead() {
		Entry entry = new Entry("a@vigie", 0, NOON, new Span(NOON, NOON.plusSeconds(3600)), "Ada – backend",
				"Primary, until; \\ Tuesday\nnext line", false);
		Entry gone = new Entry("b@vigie", 2, NOON.plusSeconds(60),
				new Span(NOON.plusSeconds(3600), NOON.plusSeconds(7200)), "Bob", "", true);
		assertThat(CalendarText.of("Back, end", Duration.ofMinutes(15), List.of(entry, gone))).isEqualTo("""
				BEGIN:VCALENDAR
				VERSION:2.0
				PRODID:-//Vigie//On call//EN
				CALSCALE:GREGORIAN
				METHOD:PUBLISH
				NAME:Back\\, end
				X-WR-CALNAME:Back\\, end
				REFRESH-INTERVAL;VALUE=DURATION:PT15M
				X-PUBLISHED-TTL:PT15M
				BEGIN:VEVENT
				UID:a@vigie
				DTSTAMP:20260302T120000Z
				LAST-MODIFIED:20260302T120000Z
				SEQUENCE:0
				DTSTART:20260302T120000Z
				DTEND:20260302T130000Z
				SUMMARY:Ada – backend
				DESCRIPTION:Primary\\, until\\; \\\\ Tuesday\\nnext line
				STATUS:CONFIRMED
				TRANSP:TRANSPARENT
				END:VEVENT
				BEGIN:VEVENT
				UID:b@vigie
				DTSTAMP:20260302T120100Z
				LAST-MODIFIED:20260302T120100Z
				SEQUENCE:2
				DTSTART:20260302T130000Z
				DTEND:20260302T140000Z
				SUMMARY:Bob
				STATUS:CANCELLED
				TRANSP:TRANSPARENT
				END:VEVENT
				END:VCALENDAR
				""".replace("\n", "\r\n"));
	}

	@Test
	void breaksLinesAfter75OctetsAndNeverInsideACharacter() {
		String long1 = "é".repeat(80) + "👩‍🚒".repeat(40) + "x".repeat(200) + "当番".repeat(60);
		String text = CalendarText.of(long1, Duration.ofHours(1),
				List.of(new Entry("a@vigie", 0, NOON, new Span(NOON, NOON.plusSeconds(60)), long1, long1, false)));
		assertThat(text.split("\r\n")).allSatisfy((line) -> {
			assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
			assertThat(new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)).isEqualTo(line);
		});
		assertThat(CalendarFixtures.read(text).occurrences(CalendarFixtures.span("2026-03-01", "2026-03-04"), 9))
			.extracting((one) -> one.subject().summary())
			.containsExactly(long1);
	}

	@Test
	void whatIsWrittenIsReadAsTheSameShifts() {
		Random random = new Random(7);
		for (int round = 0; round < 50; round++) {
			List<Entry> entries = new ArrayList<>();
			Instant at = NOON;
			for (int i = 0; i < 100; i++) {
				Instant end = at.plusSeconds(1 + random.nextInt(800_000));
				entries.add(new Entry(round + "-" + i + "@vigie", random.nextInt(3), NOON, new Span(at, end),
						"Ada, \\; " + random.nextInt(5) + "\n– Zoë 🚒", "", random.nextInt(10) == 0));
				at = random.nextBoolean() ? end : end.plusSeconds(random.nextInt(100_000));
			}
			List<Occurrence> read = CalendarFixtures.read(CalendarText.of("all", Duration.ofHours(1), entries))
				.occurrences(new Span(NOON, at.plusSeconds(1)), 1000);
			List<Entry> kept = entries.stream().filter((entry) -> !entry.cancelled()).toList();
			assertThat(read).extracting(Occurrence::span).isEqualTo(kept.stream().map(Entry::span).toList());
			assertThat(read).extracting((one) -> one.subject().summary())
				.isEqualTo(kept.stream().map(Entry::summary).toList());
		}
	}

}
