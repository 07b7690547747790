package dev.vigie.oncall.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.vigie.oncall.report.Quality.PersonQuality;
import dev.vigie.oncall.rotation.Holidays;
import dev.vigie.oncall.rotation.WallClock;
import dev.vigie.oncall.schedule.Cause;
import dev.vigie.oncall.schedule.Role;
import dev.vigie.oncall.schedule.Setting;
import dev.vigie.oncall.schedule.Shift;
import dev.vigie.oncall.span.Span;
import dev.vigie.oncall.span.Spans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Schedules of four weeks from Monday, 5 January 2026, in UTC.
 */
class QualityTests {

	private static final WallClock UTC = new WallClock(ZoneId.of("UTC"));

	private static final Span FOUR_WEEKS = new Span(day(0), day(28));

	@Test
	void weekdaysOnlyIsCoverageOf71AndAScoreOf86() {
		List<Shift> shifts = new ArrayList<>();
		for (int week = 0; week < 4; week++) {
			shifts.add(shift((week % 2 == 0) ? "a" : "b", week * 7, week * 7 + 5));
		}
		Quality quality = Quality.of(shifts, setting(Set.of("a", "b")), FOUR_WEEKS);
		assertThat(quality.coverage()).isEqualTo(71);
		assertThat(quality.balance()).isEqualTo(100);
		assertThat(quality.score()).isEqualTo(86);
	}

	@Test
	void overlapsHideNoGap() {
		Quality quality = Quality.of(List.of(shift("a", 0, 14), shift("b", 0, 14)), setting(Set.of("a", "b")),
				FOUR_WEEKS);
		assertThat(quality.coverage()).isEqualTo(50);
	}

	@Test
	void eightPeopleInTurnAreBalanced() {
		List<Shift> shifts = IntStream.range(0, 24).mapToObj((i) -> shift("p" + i % 8, i, i + 1)).toList();
		assertThat(Quality.of(shifts, setting(Set.of()), FOUR_WEEKS).balance()).isEqualTo(100);
	}

	@Test
	void whoHasNothingIsOnTheRosterAllTheSame() {
		Quality quality = Quality.of(List.of(shift("a", 0, 28)), setting(Set.of("a", "b")), FOUR_WEEKS);
		assertThat(quality.balance()).isZero();
		assertThat(quality.people()).extracting(PersonQuality::person, PersonQuality::overloaded)
			.containsExactly(tuple("a", true), tuple("b", false));
	}

	@Test
	void namesWhoHasAllTheWeekends() {
		List<Shift> shifts = new ArrayList<>();
		for (int week = 0; week < 4; week++) {
			shifts.add(shift("a", week * 7 + 5, week * 7 + 7));
			shifts.add(shift("b", week * 7, week * 7 + 2));
		}
		assertThat(Quality.of(shifts, setting(Set.of()), FOUR_WEEKS).people())
			.filteredOn((person) -> person.person().equals("a"))
			.singleElement()
			.satisfies((person) -> assertThat(person.load().weekend()).isEqualTo(person.load().total()))
			.satisfies((person) -> assertThat(person.longestStretch()).isEqualTo(Duration.ofDays(2)))
			.satisfies((person) -> assertThat(person.shortestRest()).isEqualTo(Duration.ofDays(5)));
	}

	@Test
	void touchingShiftsAreOneStretch() {
		Quality quality = Quality.of(List.of(shift("a", 0, 2), shift("a", 2, 5)), setting(Set.of()), FOUR_WEEKS);
		assertThat(quality.people().getFirst().longestStretch()).isEqualTo(Duration.ofDays(5));
		assertThat(quality.people().getFirst().shortestRest()).isNull();
	}

	@ParameterizedTest
	@CsvSource({
			// an ordinary Wednesday, a Sunday, the nights of a change in Paris
			"2026-03-04T00:00:00Z, 2026-03-05T00:00:00Z, PT24H, PT9H, PT0S",
			"2026-03-07T23:00:00Z, 2026-03-08T23:00:00Z, PT24H, PT9H, PT24H",
			"2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z, PT23H, PT8H, PT23H",
			"2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z, PT25H, PT10H, PT25H" })
	void countsNightsAndWeekends(Instant start, Instant end, Duration total, Duration night, Duration weekend) {
		Load load = Load.of(Spans.of(new Span(start, end)), new WallClock(ZoneId.of("Europe/Paris")), Holidays.NONE);
		assertThat(load).isEqualTo(new Load(total, night, weekend, Duration.ZERO));
	}

	@Test
	void countsHolidays() {
		Load load = Load.of(Spans.of(new Span(day(0), day(3))), UTC, Set.of(LocalDate.parse("2026-01-06"))::contains);
		assertThat(load.holiday()).isEqualTo(Duration.ofDays(1));
	}

	private static Setting setting(Set<String> people) {
		return new Setting(UTC, Holidays.NONE, people);
	}

	private static Shift shift(String person, int from, int to) {
		return new Shift(new UUID(from, to), person, Role.PRIMARY, day(from), day(to), 1,
				new Cause(Cause.Kind.LAYER, "layer-1"));
	}

	private static Instant day(int number) {
		return Instant.parse("2026-01-05T00:00:00Z").plus(Duration.ofDays(number));
	}

}
