package dev.vigie.oncall.rotation;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.vigie.oncall.span.Span;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whose turn it is, day by day. 5 January 2026 is a Monday.
 */
class TurnsTests {

	@Test
	void turnGapAndShiftAreThreeInputs() {
		String everySecondDay = """
				{'type': 'daily', 'gap': '1d', 'shift': '3h', 'handoff': {'time': '09:00'}, 'start': '2026-01-05',
				 'people': ['a', 'b']}""";
		assertThat(OnPaper.daily(everySecondDay, "Europe/Paris", "2026-01-05T10:00", 8)).isEqualTo("a.b.a.b.");
		assertThat(OnPaper.hourly(everySecondDay, "Europe/Paris", "2026-01-05T08:00", 6)).isEqualTo(".aaa..");
	}

	@Test
	void aCustomRotationHasATurnOfAnyLength() {
		assertThat(OnPaper.hourly("""
				{'type': 'custom', 'turn': '36h', 'gap': '12h', 'shift': '24h', 'handoff': {'time': '00:00'},
				 'start': '2026-01-05', 'people': ['a', 'b']}""", "UTC", "2026-01-05T00:00", 100))
			.isEqualTo("a".repeat(24) + ".".repeat(24) + "b".repeat(24) + ".".repeat(24) + "aaaa");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			# each has as many chosen days one after the other as a turn lasts
			daily | 1 | ['monday','wednesday','friday']                                    | a.b.a..b.a.b..a.b.a..
			daily | 2 | ['monday','tuesday','wednesday','thursday','friday']               | aabba..abbaa..bbaab..
			daily | 7 | []                                                                 | aaaaaaabbbbbbbaaaaaaa
			daily | 7 | ['monday','tuesday','wednesday','thursday','friday','saturday','sunday'] | aaaaaaabbbbbbbaaaaaaa
			# more than the chosen days of a week: the turn runs on into the next
			daily | 4 | ['monday','wednesday','friday']                                    | a.a.a..a.b.b..b.b.a..
			daily | 1 | ['saturday','sunday']                                              | .....ab.....ab.....ab
			daily | 2 | ['saturday','sunday']                                              | .....aa.....bb.....aa""")
	void aDailyTurnCountsTheChosenDays(String type, int every, String days, String expected) {
		assertThat(OnPaper.daily("""
				{'type': '%s', 'every': %d, 'days': %s, 'handoff': {'time': '09:00'}, 'start': '2026-01-05',
				 'people': ['a', 'b']}""".formatted(type, every, days), "Europe/Paris", "2026-01-05T12:00", 21))
			.isEqualTo(expected);
	}

	@Test
	void aChosenDayLastsToTheSameTimeOfTheNext() {
		assertThat(OnPaper.duties(OnPaper.turns("""
				{'type': 'daily', 'days': ['monday', 'tuesday', 'thursday'], 'every': 3, 'handoff': {'time': '09:00'},
				 'start': '2026-01-05', 'people': ['a', 'b']}""", "Europe/Paris"), "2026-01-05T00:00:00Z",
				"2026-01-12T00:00:00Z"))
			.containsExactly("a 2026-01-05T08:00:00Z 2026-01-07T08:00:00Z",
					"a 2026-01-08T08:00:00Z 2026-01-09T08:00:00Z");
	}

	@Test
	void aStartOnADayThatIsNotChosenMovesToTheFirstThatIs() {
		assertThat(OnPaper.daily("""
				{'type': 'daily', 'days': ['monday', 'thursday'], 'handoff': {'time': '09:00'},
				 'start': '2026-01-06', 'people': ['a', 'b']}""", "Europe/Paris", "2026-01-05T12:00", 14))
			.isEqualTo("...a...b..a...");
	}

	@Test
	void weeklyAWeekIsTheTurnAndAPartialFirstOneCounts() {
		assertThat(OnPaper.daily("""
				{'type': 'weekly', 'days': ['monday', 'wednesday', 'friday'], 'shift': '8h',
				 'handoff': {'time': '09:00', 'day': 'monday'}, 'start': '2026-01-08', 'people': ['a', 'b']}""",
				"Europe/Paris", "2026-01-05T12:00", 21))
			.isEqualTo("....a..b.b.b..a.a.a..");
	}

	@Test
	void aWeekMayBeginOnAnyDay() {
		assertThat(OnPaper.daily("""
				{'type': 'weekly', 'days': ['saturday', 'sunday'], 'handoff': {'time': '00:00', 'day': 'sunday'},
				 'start': '2026-01-04', 'people': ['a', 'b']}""", "Europe/Paris", "2026-01-04T12:00", 15))
			.isEqualTo("a.....ab.....ba");
	}

	@Test
	void everySecondWeekIsATurnOfTwoUnlessThereIsAGap() {
		String weekly = """
				{'type': 'weekly', %s, 'handoff': {'time': '09:00', 'day': 'monday'}, 'start': '2026-01-05',
				 'people': ['a', 'b']}""";
		assertThat(OnPaper.daily(weekly.formatted("'every': 2"), "Europe/Paris", "2026-01-05T12:00", 35))
			.isEqualTo("a".repeat(14) + "b".repeat(14) + "a".repeat(7));
		assertThat(OnPaper.daily(weekly.formatted("'gap': '1w'"), "Europe/Paris", "2026-01-05T12:00", 35))
			.isEqualTo("aaaaaaa.......bbbbbbb.......aaaaaaa");
	}

	@Test
	void aShiftUpToADayIsServedOnEachDayOfTheTurn() {
		assertThat(OnPaper.hourly("""
				{'type': 'weekly', 'shift': '12h', 'handoff': {'time': '08:00', 'day': 'monday'},
				 'start': '2026-01-05', 'people': ['a', 'b']}""", "Europe/Paris", "2026-01-11T07:00", 26))
			.isEqualTo(".aaaaaaaaaaaa............b");
	}

	@Test
	void aLongerShiftIsServedOnceFromTheBeginOfTheTurn() {
		assertThat(OnPaper.daily("""
				{'type': 'weekly', 'shift': '5d', 'handoff': {'time': '09:00', 'day': 'monday'},
				 'start': '2026-01-05', 'people': ['a', 'b']}""", "Europe/Paris", "2026-01-05T12:00", 14))
			.isEqualTo("aaaaa..bbbbb..");
	}

	@Test
	void monthlyTheMonthIsTheTurnWhateverItsLength() {
		String monthly = """
				{'type': 'monthly', 'handoff': {'time': '09:00', 'dayOfMonth': %d}, 'start': '%s',
				 'people': ['a', 'b', 'c']}""";
		assertThat(OnPaper.daily(monthly.formatted(1, "2026-01-01"), "Europe/Paris", "2026-01-01T12:00", 120))
			.isEqualTo("a".repeat(31) + "b".repeat(28) + "c".repeat(31) + "a".repeat(30));
		// the 31st is the last day of a shorter month
		assertThat(OnPaper.duties(OnPaper.turns(monthly.formatted(31, "2026-01-31"), "UTC"), "2026-01-01T00:00:00Z",
				"2026-05-01T00:00:00Z"))
			.containsExactly("a 2026-01-31T09:00:00Z 2026-02-28T09:00:00Z",
					"b 2026-02-28T09:00:00Z 2026-03-31T09:00:00Z", "c 2026-03-31T09:00:00Z 2026-04-30T09:00:00Z",
					"a 2026-04-30T09:00:00Z 2026-05-01T00:00:00Z");
	}

	@Test
	void aWeekendOverTheEndOfAMonthIsSplit() {
		// 31 January 2026 is a Saturday.
		assertThat(OnPaper.daily("""
				{'type': 'monthly', 'days': ['saturday', 'sunday'], 'handoff': {'time': '00:00', 'dayOfMonth': 1},
				 'start': '2026-01-01', 'people': ['a', 'b']}""", "Europe/Paris", "2026-01-30T12:00", 4))
			.isEqualTo(".ab.");
	}

	@Test
	void severalMonthsAndAGapOfMonthsAreTurns() {
		assertThat(OnPaper.duties(OnPaper.turns("""
				{'type': 'monthly', 'every': 2, 'gap': '1mo', 'handoff': {'time': '00:00', 'dayOfMonth': 1},
				 'start': '2026-01-01', 'people': ['a', 'b']}""", "UTC"), "2026-01-01T00:00:00Z",
				"2026-07-01T00:00:00Z"))
			.containsExactly("a 2026-01-01T00:00:00Z 2026-03-01T00:00:00Z",
					"b 2026-04-01T00:00:00Z 2026-06-01T00:00:00Z");
	}

	@Test
	void hoursNeedNotDivideTheDay() {
		assertThat(OnPaper.hourly("""
				{'type': 'hourly', 'every': 5, 'handoff': {'time': '09:00'}, 'start': '2026-01-05',
				 'people': ['a', 'b']}""", "UTC", "2026-01-05T09:00", 27)).isEqualTo("aaaaabbbbbaaaaabbbbbaaaaabb");
		assertThat(OnPaper.hourly("""
				{'type': 'hourly', 'handoff': {'time': '09:00'}, 'start': '2026-01-05', 'people': ['a']}""", "UTC",
				"2026-01-05T08:00", 4))
			.isEqualTo(".aaa");
	}

	@Test
	void aTurnInTheSkippedHourHasNoLengthAndOneInTheRepeatedHourTwo() {
		Turns hourly = OnPaper
			.turns("""
					{'type': 'hourly', 'handoff': {'time': '00:00'}, 'start': '2026-01-01', 'people': ['a', 'b', 'c', 'd']}""",
					"Europe/Paris");
		assertThat(OnPaper.duties(hourly, "2026-03-29T00:00:00Z", "2026-03-29T03:00:00Z")).containsExactly(
				"b 2026-03-29T00:00:00Z 2026-03-29T01:00:00Z", "d 2026-03-29T01:00:00Z 2026-03-29T02:00:00Z",
				"a 2026-03-29T02:00:00Z 2026-03-29T03:00:00Z");
		assertThat(OnPaper.duties(hourly, "2026-10-24T23:00:00Z", "2026-10-25T02:00:00Z")).containsExactly(
				"b 2026-10-24T23:00:00Z 2026-10-25T00:00:00Z", "c 2026-10-25T00:00:00Z 2026-10-25T02:00:00Z");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			'type': 'hourly', 'every': 24, 'handoff': {'time': '09:00'}                       | cabcab
			'type': 'daily', 'handoff': {'time': '09:00'}                                     | cabcab
			'type': 'weekly', 'handoff': {'time': '09:00', 'day': 'wednesday'}                | bbcccc
			'type': 'monthly', 'handoff': {'time': '09:00', 'dayOfMonth': 31}                 | aaaaaa
			'type': 'monthly', 'days': ['monday'], 'handoff': {'time': '09:00', 'dayOfMonth': 1} | a.....""")
	void turnsBeforeItIsInForceCountAllTheSame(String rotation, String expected) {
		String written = "{%s, 'start': '2026-01-04', 'from': '2026-01-12', 'people': ['a', 'b', 'c']}"
			.formatted(rotation);
		assertThat(OnPaper.daily(written, "Europe/Paris", "2026-01-11T12:00", 1)).isEqualTo(".");
		assertThat(OnPaper.daily(written, "Europe/Paris", "2026-01-12T12:00", 6)).isEqualTo(expected);
	}

	@Test
	void aTurnThatRunsWhenItComesIntoForceOrEndsIsCut() {
		assertThat(OnPaper.duties(OnPaper.turns("""
				{'type': 'weekly', 'handoff': {'time': '09:00', 'day': 'monday'}, 'start': '2026-01-05',
				 'from': '2026-01-14', 'until': '2026-01-22', 'people': ['a', 'b', 'c']}""", "UTC"),
				"2026-01-01T00:00:00Z", "2026-03-01T00:00:00Z"))
			.containsExactly("b 2026-01-14T09:00:00Z 2026-01-19T09:00:00Z",
					"c 2026-01-19T09:00:00Z 2026-01-22T09:00:00Z");
	}

	@Test
	void anEndBeforeItIsInForceIsNothingAndNoError() {
		assertThat(OnPaper.daily("""
				{'type': 'daily', 'handoff': {'time': '09:00'}, 'start': '2026-01-05', 'from': '2026-02-01',
				 'until': '2026-01-20', 'people': ['a']}""", "UTC", "2026-01-05T12:00", 40)).isEqualTo(".".repeat(40));
	}

	@Test
	void anEndAtTheBeginOfATurnExcludesIt() {
		assertThat(OnPaper.duties(OnPaper.turns("""
				{'type': 'daily', 'days': ['monday', 'wednesday'], 'shift': '1h', 'handoff': {'time': '09:00'},
				 'start': '2026-01-05', 'until': '2026-01-12', 'people': ['a', 'b']}""", "UTC"), "2026-01-01T00:00:00Z",
				"2026-03-01T00:00:00Z"))
			.containsExactly("a 2026-01-05T09:00:00Z 2026-01-05T10:00:00Z",
					"b 2026-01-07T09:00:00Z 2026-01-07T10:00:00Z");
	}

	@Test
	void groupsAreOnTogetherAndAnEmptySlotIsNobody() {
		assertThat(OnPaper.daily("""
				{'type': 'daily', 'handoff': {'time': '09:00'}, 'start': '2026-01-05',
				 'people': [['a', 'b'], 'c', []]}""", "UTC", "2026-01-05T12:00", 6)).isEqualTo("a+bc.a+bc.");
	}

	@Test
	void moreChosenDaysThanPeopleAndMorePeopleThanDays() {
		assertThat(OnPaper.daily("""
				{'type': 'daily', 'handoff': {'time': '09:00'}, 'start': '2026-01-05',
				 'people': ['a','b','c','d','e','f','g','h','i','j']}""", "UTC", "2026-01-05T12:00", 12))
			.isEqualTo("abcdefghijab");
		assertThat(OnPaper.daily("""
				{'type': 'weekly', 'days': ['sunday'], 'handoff': {'time': '09:00', 'day': 'monday'},
				 'start': '2026-01-05', 'people': ['a','b','c']}""", "UTC", "2026-01-05T12:00", 28))
			.isEqualTo("......a......b......c......a");
	}

	@ParameterizedTest
	@CsvSource({ "America/Chicago, 2026-03-08", "America/Chicago, 2026-11-01", "Europe/Paris, 2026-03-29",
			"Europe/Paris, 2026-10-25", "Australia/Lord_Howe, 2026-04-05", "Australia/Lord_Howe, 2026-10-04",
			"Asia/Kolkata, 2026-03-29", "Pacific/Apia, 2011-12-30" })
	void elevenStaysElevenOnBothSidesOfAChange(String zone, String changes) {
		WallClock clock = OnPaper.clock(zone);
		LocalDateTime change = LocalDateTime.parse(changes + "T11:00");
		for (String shift : new String[] { "", "'shift': '12h', ", "'every': 2, 'shift': '12h', " }) {
			Turns weekly = OnPaper.turns("""
					{'type': 'weekly', %s'handoff': {'time': '11:00', 'day': 'monday'}, 'start': '2010-01-04',
					 'people': ['a', 'b']}""".formatted(shift), zone);
			for (LocalDateTime monday = change.minusDays(14); monday
				.isBefore(change.plusDays(14)); monday = monday.plusDays(1)) {
				boolean handedOver = monday.getDayOfWeek() == DayOfWeek.MONDAY;
				Instant eleven = clock.instant(monday);
				long before = weekly.at(eleven.minusNanos(1));
				assertThat(weekly.begin(weekly.at(eleven)).equals(eleven)).as("%s %s", zone, monday)
					.isEqualTo(weekly.at(eleven) > before)
					.isIn(handedOver, false);
			}
		}
	}

	@Test
	void aWeekInChicagoIsAnHourLongerInAutumnAndShorterInSpring() {
		Turns weekly = OnPaper.turns("""
				{'type': 'weekly', 'handoff': {'time': '11:00', 'day': 'friday'}, 'start': '2026-01-02',
				 'people': ['a', 'b']}""", "America/Chicago");
		assertThat(OnPaper.duties(weekly, "2026-03-06T17:00:00Z", "2026-03-20T16:00:00Z")).containsExactly(
				"b 2026-03-06T17:00:00Z 2026-03-13T16:00:00Z", "a 2026-03-13T16:00:00Z 2026-03-20T16:00:00Z");
		assertThat(OnPaper.duties(weekly, "2026-10-30T16:00:00Z", "2026-11-13T17:00:00Z")).containsExactly(
				"b 2026-10-30T16:00:00Z 2026-11-06T17:00:00Z", "a 2026-11-06T17:00:00Z 2026-11-13T17:00:00Z");
	}

	@Test
	void theWeekdayIsThatOfTheSchedulesZone() {
		// Monday midnight in Auckland is Sunday noon in UTC.
		Turns mondays = OnPaper.turns("""
				{'type': 'weekly', 'days': ['monday'], 'handoff': {'time': '00:00', 'day': 'monday'},
				 'start': '2026-01-05', 'people': ['a']}""", "Pacific/Auckland");
		assertThat(OnPaper.duties(mondays, "2026-01-04T00:00:00Z", "2026-01-08T00:00:00Z"))
			.containsExactly("a 2026-01-04T11:00:00Z 2026-01-05T11:00:00Z");
	}

	@Test
	void aDayIsToTheNextHandoffAndNotTwentyFourHours() {
		Turns daily = OnPaper
			.turns("""
					{'type': 'daily', 'shift': '24h', 'handoff': {'time': '12:00'}, 'start': '2026-03-01', 'people': ['a', 'b']}""",
					"Europe/Paris");
		assertThat(daily.duties(new Span(Instant.parse("2026-03-28T11:00:00Z"), Instant.parse("2026-03-30T10:00:00Z"))))
			.extracting((duty) -> duty.span().length())
			.containsExactly(Duration.ofHours(23), Duration.ofHours(24));
	}

}
