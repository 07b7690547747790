package dev.vigie.oncall.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.vigie.oncall.rotation.Handoff;
import dev.vigie.oncall.rotation.Rotation.Type;
import dev.vigie.oncall.schedule.ScheduleFixtures.Stint;
import dev.vigie.oncall.span.Span;

import static org.assertj.core.api.Assertions.assertThat;

class PlanTests {

	private static final Duration DAY = Duration.ofDays(1);

	@ParameterizedTest
	@CsvSource({
			// nobody before the first turn
			"2026-01-05T07:59:59.999999999Z,", //
			"2026-01-05T08:00:00Z, ada", //
			// at the very instant of hand-off it is the next one's turn
			"2026-01-12T07:59:59.999999999Z, ada", //
			"2026-01-12T08:00:00Z, bob", //
			"2026-01-19T08:00:00Z, cleo", //
			"2026-01-26T08:00:00Z, ada", //
			// nine o'clock comes an hour earlier in summer
			"2026-03-30T06:59:59Z, cleo", //
			"2026-03-30T07:00:00Z, ada", //
			// and an hour later again in winter
			"2026-10-26T07:59:59Z, cleo", //
			"2026-10-26T08:00:00Z, ada" })
	void handsOverOnMondaysAtNineInParis(Instant at, String person) {
		assertThat(ScheduleFixtures.plan(ScheduleFixtures.mondaysInParis()).at(at)).extracting(Shift::person)
			.isEqualTo((person != null) ? List.of(person) : List.of());
	}

	@ParameterizedTest
	@CsvSource({
			// gap: the hand-off is at the instant of the jump
			"Europe/Paris, 02:30, 2026-03-28, 2026-03-28T01:30:00Z", //
			"Europe/Paris, 02:30, 2026-03-29, 2026-03-29T01:00:00Z", //
			"Europe/Paris, 02:00, 2026-03-29, 2026-03-29T01:00:00Z", //
			"Europe/Paris, 03:00, 2026-03-29, 2026-03-29T01:00:00Z", //
			"Europe/Paris, 02:30, 2026-03-30, 2026-03-30T00:30:00Z", //
			// overlap: the first time the clock shows it
			"Europe/Paris, 02:30, 2026-10-25, 2026-10-25T00:30:00Z", //
			"Europe/Paris, 02:00, 2026-10-25, 2026-10-25T00:00:00Z", //
			"Europe/Paris, 03:00, 2026-10-25, 2026-10-25T02:00:00Z", //
			"Europe/Paris, 02:30, 2026-10-26, 2026-10-26T01:30:00Z", //
			"America/Chicago, 02:30, 2026-03-08, 2026-03-08T08:00:00Z", //
			"America/Chicago, 01:30, 2026-11-01, 2026-11-01T06:30:00Z", //
			"America/Chicago, 02:30, 2026-11-01, 2026-11-01T08:30:00Z", //
			// half an hour of summer
			"Australia/Lord_Howe, 02:15, 2026-10-04, 2026-10-03T15:30:00Z", //
			"Australia/Lord_Howe, 02:30, 2026-10-04, 2026-10-03T15:30:00Z", //
			"Australia/Lord_Howe, 01:45, 2026-04-05, 2026-04-04T14:45:00Z", //
			"Pacific/Apia, 03:30, 2012-09-30, 2012-09-29T14:00:00Z", //
			"Pacific/Apia, 03:30, 2012-04-01, 2012-03-31T13:30:00Z" })
	void handsOverByTheWallClockInTheNightsWhenItChanges(String zone, String time, LocalDate date, Instant handoff) {
		ScheduleSpec schedule = ScheduleFixtures.daily(zone, time, date.minusDays(3).toString());
		assertThat(ScheduleFixtures.plan(schedule).at(handoff.minusNanos(1))).singleElement()
			.satisfies((shift) -> assertThat(shift.end()).isEqualTo(handoff))
			.satisfies((shift) -> assertThat(shift.person()).isEqualTo("cleo"));
		assertThat(ScheduleFixtures.plan(schedule).at(handoff)).singleElement()
			.satisfies((shift) -> assertThat(shift.start()).isEqualTo(handoff))
			.satisfies((shift) -> assertThat(shift.person()).isEqualTo("ada"));
	}

	@Test
	void makesTheTurnOfAChangeLongerOrShorter() {
		assertThat(lengths("Europe/Paris", "2026-03-29")).containsExactly(DAY, DAY.minusHours(1), DAY);
		assertThat(lengths("Europe/Paris", "2026-10-25")).containsExactly(DAY, DAY.plusHours(1), DAY);
		assertThat(lengths("Australia/Lord_Howe", "2026-10-04")).containsExactly(DAY, DAY.minusMinutes(30), DAY);
		assertThat(lengths("Australia/Lord_Howe", "2026-04-05")).containsExactly(DAY, DAY.plusMinutes(30), DAY);
	}

	// The turns handed over at noon before, on and after the day.
	private static List<Duration> lengths(String zone, String day) {
		LocalDate date = LocalDate.parse(day);
		ScheduleSpec schedule = ScheduleFixtures.daily(zone, "12:00", date.minusDays(10).toString());
		Instant noon = date.atTime(12, 0).atZone(schedule.clock().zone()).toInstant();
		return ScheduleFixtures.plan(schedule)
			.shifts(new Span(noon.minus(DAY.multipliedBy(2)).plusSeconds(7200), noon.plusSeconds(1)))
			.stream()
			.map((shift) -> Duration.between(shift.start(), shift.end()))
			.toList();
	}

	@Test
	void shortensTheTurnsAroundADayThatAZoneSkips() {
		// Samoa went to bed on 29 December 2011 and woke up on the 31st.
		ScheduleSpec schedule = ScheduleFixtures.daily("Pacific/Apia", "09:00", "2011-12-28");
		assertThat(stints(schedule, "2011-12-28T19:00:00Z", "2012-01-01T19:00:00Z")).containsExactly(
				ScheduleFixtures.stint("ada", "2011-12-28T19:00:00Z", "2011-12-29T19:00:00Z"),
				ScheduleFixtures.stint("bob", "2011-12-29T19:00:00Z", "2011-12-30T10:00:00Z"),
				// nine o'clock on the 30th is the midnight at which the 31st began
				ScheduleFixtures.stint("cleo", "2011-12-30T10:00:00Z", "2011-12-30T19:00:00Z"),
				ScheduleFixtures.stint("ada", "2011-12-30T19:00:00Z", "2011-12-31T19:00:00Z"),
				ScheduleFixtures.stint("bob", "2011-12-31T19:00:00Z", "2012-01-01T19:00:00Z"));
	}

	@Test
	void letsATurnLastSeveralUnits() {
		ScheduleSpec fortnights = ScheduleFixtures.every(2, ScheduleFixtures.mondaysInParis());
		assertThat(stints(fortnights, "2026-01-05T08:00:00Z", "2026-02-02T08:00:00Z")).containsExactly(
				ScheduleFixtures.stint("ada", "2026-01-05T08:00:00Z", "2026-01-19T08:00:00Z"),
				ScheduleFixtures.stint("bob", "2026-01-19T08:00:00Z", "2026-02-02T08:00:00Z"));
	}

	@Test
	void shortensTheFirstTurnWhenItStartsBetweenHandoffs() {
		ScheduleSpec fromThursday = ScheduleFixtures.weekly("Europe/Paris", "09:00", "monday", "2026-01-08");
		assertThat(stints(fromThursday, "2026-01-01T00:00:00Z", "2026-01-13T00:00:00Z")).containsExactly(
				ScheduleFixtures.stint("ada", "2026-01-08T08:00:00Z", "2026-01-12T08:00:00Z"),
				ScheduleFixtures.stint("bob", "2026-01-12T08:00:00Z", "2026-01-19T08:00:00Z"));
	}

	@Test
	void endsOnUntilAtTheTimeOfHandoff() {
		ScheduleSpec ending = ScheduleFixtures.until("2026-01-14", ScheduleFixtures.mondaysInParis());
		assertThat(stints(ending, "2026-01-13T00:00:00Z", "2027-01-01T00:00:00Z"))
			.containsExactly(ScheduleFixtures.stint("bob", "2026-01-12T08:00:00Z", "2026-01-14T08:00:00Z"));
		assertThat(ScheduleFixtures.plan(ending).at(Instant.parse("2026-01-14T08:00:00Z"))).isEmpty();
	}

	@Test
	void showsShiftsThatReachOutOfTheRangeWhole() {
		assertThat(stints(ScheduleFixtures.mondaysInParis(), "2026-01-13T00:00:00Z", "2026-01-13T00:00:01Z"))
			.containsExactly(ScheduleFixtures.stint("bob", "2026-01-12T08:00:00Z", "2026-01-19T08:00:00Z"));
	}

	@Test
	void countsTurnsThatAreFarAwayInsteadOfWalkingThere() {
		ScheduleSpec sinceTheEpoch = ScheduleFixtures.daily("UTC", "00:00", "1970-01-01");
		for (int year = 1970; year < 9999; year++) {
			LocalDate date = LocalDate.of(year, 7, 14);
			String person = List.of("ada", "bob", "cleo").get((int) (date.toEpochDay() % 3));
			assertThat(ScheduleFixtures
				.stints(ScheduleFixtures.plan(sinceTheEpoch).at(Instant.parse(date + "T00:00:00Z"))))
				.containsExactly(ScheduleFixtures.stint(person, date + "T00:00:00Z", date.plusDays(1) + "T00:00:00Z"));
		}
	}

	@Test
	void givesOnePersonTurnAfterTurn() {
		ScheduleSpec alone = ScheduleFixtures.of("Europe/Paris", ScheduleFixtures.rotation(Type.DAILY, 1,
				new Handoff("09:00", null), LocalDate.parse("2026-01-05"), null, List.of("ada")));
		assertThat(stints(alone, "2026-01-05T08:00:00Z", "2026-01-07T08:00:00Z")).containsExactly(
				ScheduleFixtures.stint("ada", "2026-01-05T08:00:00Z", "2026-01-06T08:00:00Z"),
				ScheduleFixtures.stint("ada", "2026-01-06T08:00:00Z", "2026-01-07T08:00:00Z"));
	}

	private static List<Stint> stints(ScheduleSpec schedule, String from, String to) {
		return ScheduleFixtures.stints(ScheduleFixtures.plan(schedule).shifts(ScheduleFixtures.span(from, to)));
	}

}
