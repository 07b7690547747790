package dev.vigie.alertingest.silence;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.time.Delay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RecurrenceTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"FREQ=WEEKLY;BYDAY=TU | 2026-03-01T02:00 | 2026-03-01T00:00:00Z | 2026-03-03T01:00:00Z",
			"FREQ=WEEKLY;BYDAY=TU | 2026-03-01T02:00 | 2026-03-03T02:59:59Z | 2026-03-03T01:00:00Z",
			"FREQ=WEEKLY;BYDAY=TU | 2026-03-01T02:00 | 2026-03-03T03:00:00Z | 2026-03-10T01:00:00Z",
			"FREQ=WEEKLY;BYDAY=TU | 2026-03-01T02:00 | 2026-03-29T00:00:00Z | 2026-03-31T00:00:00Z",
			"FREQ=MONTHLY;BYDAY=3TH | 2026-01-01T22:00 | 2026-10-01T00:00:00Z | 2026-10-15T20:00:00Z",
			"FREQ=MONTHLY;BYDAY=-1SU | 2026-01-01T02:30 | 2026-10-20T00:00:00Z | 2026-10-25T00:30:00Z",
			"FREQ=MONTHLY;BYMONTHDAY=31 | 2026-01-31T08:00 | 2026-02-01T00:00:00Z | 2026-03-31T06:00:00Z",
			"FREQ=YEARLY | 2024-02-29T08:00 | 2026-01-01T00:00:00Z | 2028-02-29T07:00:00Z",
			"FREQ=DAILY;BYHOUR=2,14 | 2026-03-01T02:00 | 2026-03-05T12:00:00Z | 2026-03-05T13:00:00Z",
			"FREQ=DAILY;INTERVAL=2;COUNT=3 | 2026-03-01T02:00 | 2026-03-04T00:00:00Z | 2026-03-05T01:00:00Z",
			"FREQ=DAILY;UNTIL=20260303T010000Z | 2026-03-01T02:00 | 2026-03-03T00:00:00Z | 2026-03-03T01:00:00Z",
			"FREQ=DAILY;UNTIL=20260303 | 2026-03-01T02:00 | 2026-03-03T00:00:00Z | 2026-03-03T01:00:00Z" })
	void comesWhenTheRuleSays(String rule, LocalDateTime start, Instant after, Instant next) {
		assertThat(paris(rule, start).firstEndingAfter(after).orElseThrow().start()).isEqualTo(next);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "FREQ=DAILY;INTERVAL=2;COUNT=3 | 2026-03-05T03:00:00Z",
					"FREQ=DAILY;UNTIL=20260303T005959Z | 2026-03-02T03:00:00Z",
					"FREQ=DAILY;UNTIL=20260302 | 2026-03-02T03:00:00Z" })
	void isOverAfterItsLast(String rule, Instant after) {
		Recurrence recurrence = paris(rule, LocalDateTime.parse("2026-03-01T02:00"));
		assertThat(recurrence.firstEndingAfter(after)).isEmpty();
		assertThat(recurrence.firstEndingAfter(after.minusSeconds(1))).isPresent();
	}

	@Test
	void comesOnEveryNightOfTheClockChanges() {
		Recurrence nightly = paris("FREQ=DAILY", LocalDateTime.parse("2026-03-27T22:00"), "8h");
		assertThat(nightly.windows(Instant.parse("2026-03-27T00:00:00Z"), 3))
			.extracting((window) -> Duration.between(window.start(), window.end()))
			.containsExactly(Duration.ofHours(8), Duration.ofHours(7), Duration.ofHours(8));
		assertThat(nightly.windows(Instant.parse("2026-10-24T12:00:00Z"), 2))
			.extracting((window) -> Duration.between(window.start(), window.end()))
			.containsExactly(Duration.ofHours(9), Duration.ofHours(8));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "FREQ=HOURLY", "FREQ=MINUTELY", "FREQ=SECONDLY", "FREQ=DAILY;BYSECOND=1,2",
			"FREQ=DAILY;BYMINUTE=1", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;INTERVAL=1001", "FREQ=DAILY;COUNT=0",
			"FREQ=DAILY;COUNT=2;UNTIL=20260401", "RRULE:FREQ=DAILY", "FREQ=DAILY;BYDAY=1MO", "FREQ=NEVER",
			"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;UNTIL=20250101", "FREQ=DAILY;X=1",
			"RSCALE=HEBREW;FREQ=YEARLY" })
	void refusesRulesThatCannotBeFollowed(String rule) {
		assertThatExceptionOfType(Invalid.class)
			.isThrownBy(() -> paris(rule, LocalDateTime.parse("2026-03-01T02:00")).check("recurrence"))
			.withMessageContaining("recurrence.rule");
	}

	@Test
	void refusesZonesThatThereAreNot() {
		Recurrence recurrence = new Recurrence("FREQ=DAILY", LocalDateTime.parse("2026-03-01T02:00"), new Delay("2h"),
				"Europe/Lutetia");
		assertThatExceptionOfType(Invalid.class).isThrownBy(() -> recurrence.check("recurrence"))
			.withMessageContaining("timeZone");
	}

	// What is skipped over quickly is what would be counted through slowly.
	@Test
	void findsFromAnywhereWhatItFindsFromTheBeginning() {
		Random random = new Random(2026);
		for (int i = 0; i < 300; i++) {
			Recurrence recurrence = new Recurrence(rule(random),
					LocalDateTime.of(2025, 1, 1, 0, 0).plusMinutes(random.nextInt(525_600)),
					new Delay((1 + random.nextInt(2000)) + "m"),
					random.nextBoolean() ? "Europe/Paris" : "Australia/Lord_Howe");
			List<Window> all = fromTheBeginning(recurrence);
			for (int j = 0; j < 20; j++) {
				Instant after = Instant.parse("2025-01-01T00:00:00Z").plusSeconds(random.nextInt(3 * 31_536_000));
				Window expected = all.stream().filter((window) -> window.end().isAfter(after)).findFirst().orElse(null);
				if (expected != null || all.size() < 400) {
					assertThat(recurrence.firstEndingAfter(after).orElse(null)).as("%s after %s", recurrence, after)
						.isEqualTo(expected);
				}
			}
		}
	}

	private static List<Window> fromTheBeginning(Recurrence recurrence) {
		ZoneId zone = ZoneId.of(recurrence.timeZone());
		List<Window> all = new ArrayList<>();
		try {
			Starts starts = Starts.of(recurrence.rule(), recurrence.start(), zone);
			while (starts.hasNext() && all.size() < 400) {
				all.add(WallClock.window(starts.next(), recurrence.duration().length(), zone));
			}
		}
		catch (org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException failure) {
			throw new AssertionError(recurrence.rule(), failure);
		}
		return all;
	}

	private static String rule(Random random) {
		String rule = List
			.of("FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,TH,SU", "FREQ=WEEKLY", "FREQ=MONTHLY;BYDAY=2TU", "FREQ=MONTHLY",
					"FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=YEARLY;BYMONTH=3,10;BYDAY=-1SU", "FREQ=DAILY;BYHOUR=2,3",
					"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1")
			.get(random.nextInt(9));
		rule += ";INTERVAL=" + (1 + random.nextInt(4));
		return switch (random.nextInt(3)) {
			case 0 -> rule + ";COUNT=" + (1 + random.nextInt(40));
			case 1 -> rule + ";UNTIL=2026%02d15T120000Z".formatted(1 + random.nextInt(12));
			default -> rule;
		};
	}

	private static Recurrence paris(String rule, LocalDateTime start) {
		return paris(rule, start, "2h");
	}

	private static Recurrence paris(String rule, LocalDateTime start, String duration) {
		return new Recurrence(rule, start, new Delay(duration), "Europe/Paris");
	}

}
