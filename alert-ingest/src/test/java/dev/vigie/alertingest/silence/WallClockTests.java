package dev.vigie.alertingest.silence;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WallClockTests {

	@ParameterizedTest
	@CsvSource({
			// Paris, an ordinary night
			"Europe/Paris, 2026-03-03T02:00, PT2H, 2026-03-03T01:00:00Z, 2026-03-03T03:00:00Z",
			// Paris, 2026-03-29: two o'clock is three o'clock
			"Europe/Paris, 2026-03-28T22:00, PT8H, 2026-03-28T21:00:00Z, 2026-03-29T04:00:00Z",
			"Europe/Paris, 2026-03-29T01:00, PT1H, 2026-03-29T00:00:00Z, 2026-03-29T01:00:00Z",
			"Europe/Paris, 2026-03-29T02:00, PT2H, 2026-03-29T01:00:00Z, 2026-03-29T02:00:00Z",
			"Europe/Paris, 2026-03-29T02:30, PT2H, 2026-03-29T01:00:00Z, 2026-03-29T02:30:00Z",
			"Europe/Paris, 2026-03-29T01:30, PT1H, 2026-03-29T00:30:00Z, 2026-03-29T01:00:00Z",
			"Europe/Paris, 2026-03-29T02:15, PT30M, 2026-03-29T01:00:00Z, 2026-03-29T01:30:00Z",
			// Paris, 2026-10-25: three o'clock is two o'clock
			"Europe/Paris, 2026-10-24T22:00, PT8H, 2026-10-24T20:00:00Z, 2026-10-25T05:00:00Z",
			"Europe/Paris, 2026-10-25T02:00, PT1H, 2026-10-25T00:00:00Z, 2026-10-25T02:00:00Z",
			"Europe/Paris, 2026-10-25T02:30, PT15M, 2026-10-25T00:30:00Z, 2026-10-25T01:45:00Z",
			"Europe/Paris, 2026-10-25T01:00, PT1H30M, 2026-10-24T23:00:00Z, 2026-10-25T01:30:00Z",
			// Lord Howe, 2026-04-05: two o'clock is half past one
			"Australia/Lord_Howe, 2026-04-05T01:00, PT2H, 2026-04-04T14:00:00Z, 2026-04-04T16:30:00Z",
			"Australia/Lord_Howe, 2026-04-05T01:30, PT30M, 2026-04-04T14:30:00Z, 2026-04-04T15:30:00Z",
			"Australia/Lord_Howe, 2026-04-05T01:45, PT5M, 2026-04-04T14:45:00Z, 2026-04-04T15:20:00Z",
			// Lord Howe, 2026-10-04: two o'clock is half past two
			"Australia/Lord_Howe, 2026-10-04T01:00, PT2H, 2026-10-03T14:30:00Z, 2026-10-03T16:00:00Z",
			"Australia/Lord_Howe, 2026-10-04T02:10, PT10M, 2026-10-03T15:30:00Z, 2026-10-03T15:40:00Z",
			"Australia/Lord_Howe, 2026-10-04T02:10, PT1H, 2026-10-03T15:30:00Z, 2026-10-03T16:10:00Z" })
	void isWhatTheClockOnTheWallShows(String zone, LocalDateTime start, Duration length, Instant from, Instant to) {
		assertThat(WallClock.window(start, length, ZoneId.of(zone))).isEqualTo(new Window(from, to));
	}

	@Test
	void holdsExactlyTheInstantsAtWhichTheClockShowsAReadingInside() {
		Random random = new Random(5545);
		List<ZoneId> zones = List.of(ZoneId.of("Europe/Paris"), ZoneId.of("Australia/Lord_Howe"),
				ZoneId.of("America/St_Johns"), ZoneId.of("Asia/Kathmandu"));
		for (int i = 0; i < 20_000; i++) {
			ZoneId zone = zones.get(random.nextInt(zones.size()));
			LocalDateTime start = LocalDateTime.of(2026, 1, 1, 0, 0).plusMinutes(random.nextInt(2 * 525_600));
			Duration length = Duration.ofMinutes(61 + random.nextInt(3000));
			Window window = WallClock.window(start, length, zone);
			assertThat(window.start()).isBefore(window.end());
			Instant at = window.start()
				.minus(2, ChronoUnit.HOURS)
				.plusSeconds(random.nextLong(Duration.between(window.start(), window.end()).toSeconds() + 14_400));
			LocalDateTime shown = LocalDateTime.ofInstant(at, zone);
			boolean inside = !shown.isBefore(start) && shown.isBefore(start.plus(length));
			// Where readings come twice the window has no hole.
			boolean twice = isTwice(start, zone) || isTwice(start.plus(length), zone);
			assertThat(window.contains(at) == inside || (twice && window.contains(at)))
				.as("%s + %s in %s at %s", start, length, zone, at)
				.isTrue();
		}
	}

	private static boolean isTwice(LocalDateTime reading, ZoneId zone) {
		return zone.getRules().getValidOffsets(reading).size() == 2;
	}

}
