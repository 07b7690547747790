package dev.vigie.oncall.calendar.ical;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.vigie.oncall.span.Span;

import static dev.vigie.oncall.calendar.ical.CalendarFixtures.between;
import static dev.vigie.oncall.calendar.ical.CalendarFixtures.calendar;
import static dev.vigie.oncall.calendar.ical.CalendarFixtures.event;
import static dev.vigie.oncall.calendar.ical.CalendarFixtures.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What single events may say, line by line of the checklist for calendars.
 */
class EventTests extends DefaultZones {

	@Test
	void aWholeDayEndsWhereTheNextBeginsInTheCalendarsZone() {
		CalendarFile file = read(calendar("X-WR-TIMEZONE:Europe/Paris",
				event("UID:1", "SUMMARY:ada", "DTSTART;VALUE=DATE:20260329", "DTEND;VALUE=DATE:20260330"),
				event("UID:2", "SUMMARY:bob", "DTSTART;VALUE=DATE:20260330")));
		assertThat(between(file, "2026-03-28", "2026-04-02")).containsExactly(
				"ada 2026-03-28T23:00:00Z 2026-03-29T22:00:00Z", "bob 2026-03-29T22:00:00Z 2026-03-30T22:00:00Z");
	}

	@Test
	void aWholeDayThatSaysItEndsOnItselfIsADay() {
		CalendarFile file = read(
				calendar(event("UID:1", "SUMMARY:ada", "DTSTART;VALUE=DATE:20260302", "DTEND;VALUE=DATE:20260302")));
		assertThat(between(file, "2026-03-01", "2026-03-05"))
			.containsExactly("ada 2026-03-02T00:00:00Z 2026-03-03T00:00:00Z");
	}

	@Test
	void aTimeWithoutZoneHangsOnTheSettingThenOnTheCalendarThenOnUtc() {
		String floating = event("UID:1", "SUMMARY:ada", "DTSTART:20260302T090000", "DTEND:20260302T100000");
		String kolkata = calendar("X-WR-TIMEZONE:Asia/Kolkata", floating);
		assertThat(between(read(kolkata, "Europe/Paris"), "2026-03-02", "2026-03-03"))
			.containsExactly("ada 2026-03-02T08:00:00Z 2026-03-02T09:00:00Z");
		assertThat(between(read(kolkata), "2026-03-02", "2026-03-03"))
			.containsExactly("ada 2026-03-02T03:30:00Z 2026-03-02T04:30:00Z");
		assertThat(between(read(calendar(floating)), "2026-03-02", "2026-03-03"))
			.containsExactly("ada 2026-03-02T09:00:00Z 2026-03-02T10:00:00Z");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Europe/Paris", "europe/paris", "Romance Standard Time", "romance standard time",
			"/mozilla.org/20070129_1/Europe/Paris", "/freeassociation.sourceforge.net/Tzfile/Europe/Paris",
			"\"Europe/Paris\"", "UTC+01:00" })
	void knowsTheNamesOfAZone(String name) {
		CalendarFile file = read(
				calendar(event("UID:1", "SUMMARY:ada", "DTSTART;TZID=" + quoted(name) + ":20260302T090000",
						"DTEND;TZID=" + quoted(name) + ":20260302T100000")));
		assertThat(between(file, "2026-03-02", "2026-03-03"))
			.containsExactly("ada 2026-03-02T08:00:00Z 2026-03-02T09:00:00Z");
		assertThat(file.warnings()).isEmpty();
	}

	private static String quoted(String name) {
		return name.contains(":") ? '"' + name + '"' : name;
	}

	@ParameterizedTest
	@ValueSource(strings = { "Etc/UTC", "UTC", "GMT", "Z", "Coordinated Universal Time" })
	void knowsTheNamesOfUtc(String name) {
		CalendarFile file = read(calendar(event("UID:1", "SUMMARY:ada", "DTSTART;TZID=" + name + ":20260302T090000",
				"DTEND;TZID=" + name + ":20260302T100000")), "Asia/Kolkata");
		assertThat(between(file, "2026-03-02", "2026-03-03"))
			.containsExactly("ada 2026-03-02T09:00:00Z 2026-03-02T10:00:00Z");
		assertThat(file.warnings()).isEmpty();
	}

	@Test
	void everyZoneOfWindowsHasRules() {
		assertThat(WindowsZones.all()).hasSizeGreaterThan(135);
		assertThat(WindowsZones.all().keySet()).allSatisfy((name) -> assertThat(Zones.named(name)).isPresent());
	}

	@Test
	void aZoneThatNobodyKnowsIsTheCalendarsOwnWithAWarning() {
		CalendarFile file = read(calendar("X-WR-TIMEZONE:Europe/Paris", event("UID:1", "SUMMARY:ada",
				"DTSTART;TZID=Mars/Olympus:20260302T090000", "DTEND;TZID=Mars/Olympus:20260302T100000")));
		assertThat(between(file, "2026-03-02", "2026-03-03"))
			.containsExactly("ada 2026-03-02T08:00:00Z 2026-03-02T09:00:00Z");
		assertThat(file.warnings()).singleElement().asString().contains("Mars/Olympus");
	}

	@Test
	void whatFollowsEachOtherOnPaperDoesSoInTheNightsWhenTheClockChanges() {
		CalendarFile file = read(calendar("X-WR-TIMEZONE:Europe/Paris", daily("ada", "0130", "0230"),
				daily("bob", "0230", "0300"), daily("cleo", "0300", "0400")));
		assertThat(between(file, "2026-03-29", "2026-03-30")).containsExactly(
				"ada 2026-03-29T00:30:00Z 2026-03-29T01:00:00Z", // Bob's half hour is
																	// skipped
				"cleo 2026-03-29T01:00:00Z 2026-03-29T02:00:00Z", //
				"ada 2026-03-29T23:30:00Z 2026-03-30T00:30:00Z");
		assertThat(between(file, "2026-10-25", "2026-10-26")).containsExactly(
				"ada 2026-10-24T23:30:00Z 2026-10-25T00:30:00Z", //
				"bob 2026-10-25T00:30:00Z 2026-10-25T02:00:00Z", //
				"cleo 2026-10-25T02:00:00Z 2026-10-25T03:00:00Z");
	}

	private static String daily(String who, String from, String to) {
		return event("UID:" + who, "SUMMARY:" + who, "DTSTART;TZID=Europe/Paris:20260301T" + from + "00",
				"DTEND;TZID=Europe/Paris:20260301T" + to + "00", "RRULE:FREQ=DAILY");
	}

	@Test
	void aDurationCountsDaysOnTheClockAndHoursAsTheyPass() {
		CalendarFile file = read(calendar(
				event("UID:1", "SUMMARY:day", "DTSTART;TZID=Europe/Paris:20260328T120000", "DURATION:P1D"),
				event("UID:2", "SUMMARY:hours", "DTSTART;TZID=Europe/Paris:20260328T120000", "DURATION:PT24H")));
		assertThat(between(file, "2026-03-28", "2026-03-30")).containsExactly(
				"day 2026-03-28T11:00:00Z 2026-03-29T10:00:00Z", "hours 2026-03-28T11:00:00Z 2026-03-29T11:00:00Z");
	}

	@ParameterizedTest
	@ValueSource(strings = { "UNTIL=20260304", "UNTIL=20260304T090000", "UNTIL=20260304T080000Z", "COUNT=3" })
	void aRuleEndsOnTheDayThatUntilNames(String end) {
		CalendarFile file = read(calendar(event("UID:1", "SUMMARY:ada", "DTSTART;TZID=Europe/Paris:20260302T090000",
				"DTEND;TZID=Europe/Paris:20260302T100000", "RRULE:FREQ=DAILY;" + end)));
		assertThat(between(file, "2026-03-01", "2026-04-01")).hasSize(3);
		assertThat(file.warnings()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "20260304", "20260304T000000Z", "20260303T230000Z", "20260304T000000" })
	void aRuleOfWholeDaysEndsOnTheDayThatUntilNames(String until) {
		CalendarFile file = read(calendar("X-WR-TIMEZONE:Europe/Paris",
				event("UID:1", "SUMMARY:ada", "DTSTART;VALUE=DATE:20260302", "RRULE:FREQ=DAILY;UNTIL=" + until)));
		assertThat(between(file, "2026-03-01", "2026-04-01")).hasSize(3);
	}

	@Test
	void theStartCountsAlsoWhereTheRuleDoesNotNameIt() {
		CalendarFile file = read(calendar(
				event("UID:1", "SUMMARY:ada", "DTSTART:20260301T090000Z", "DTEND:20260301T100000Z",
						"RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3"),
				event("UID:2", "SUMMARY:bob", "DTSTART:20260301T110000Z", "DTEND:20260301T120000Z",
						"RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=1")));
		assertThat(between(file, "2026-03-01", "2026-06-01")).containsExactly(
				"ada 2026-03-01T09:00:00Z 2026-03-01T10:00:00Z", "bob 2026-03-01T11:00:00Z 2026-03-01T12:00:00Z",
				"ada 2026-03-02T09:00:00Z 2026-03-02T10:00:00Z", "ada 2026-03-09T09:00:00Z 2026-03-09T10:00:00Z");
	}

	@Test
	void whatIsLeftOutDoesNotTakePlaceHoweverItIsWritten() {
		CalendarFile file = read(calendar("X-WR-TIMEZONE:Europe/Paris",
				event("UID:1", "SUMMARY:ada", "DTSTART;TZID=Europe/Paris:20260302T090000",
						"DTEND;TZID=Europe/Paris:20260302T100000", "RRULE:FREQ=DAILY;COUNT=6",
						"EXDATE;TZID=Europe/Paris:20260303T090000", "EXDATE:20260304T080000Z",
						"EXDATE;VALUE=DATE:20260305", "EXDATE;TZID=America/New_York:20260306T030000,20260101T000000"),
				event("UID:2", "SUMMARY:bob", "DTSTART;VALUE=DATE:20260310", "RRULE:FREQ=DAILY;COUNT=3",
						"EXDATE:20260311T000000Z", "EXDATE;VALUE=DATE:20260312")));
		assertThat(between(file, "2026-03-01", "2026-04-01")).containsExactly(
				"ada 2026-03-02T08:00:00Z 2026-03-02T09:00:00Z", "ada 2026-03-07T08:00:00Z 2026-03-07T09:00:00Z",
				"bob 2026-03-09T23:00:00Z 2026-03-10T23:00:00Z");
	}

	@Test
	void anEditWinsHoweverFarItMovesItsOccurrence() {
		CalendarFile file = read(calendar(
				event("UID:1", "SEQUENCE:1", "SUMMARY:late", "RECURRENCE-ID:20260303T090000Z",
						"DTSTART:20291224T090000Z", "DTEND:20291224T100000Z"),
				event("UID:1", "SEQUENCE:5", "SUMMARY:ada", "DTSTART:20260302T090000Z", "DTEND:20260302T100000Z",
						"RRULE:FREQ=DAILY;COUNT=3"),
				event("UID:1", "SUMMARY:old", "RECURRENCE-ID:20260303T090000Z", "DTSTART:20260303T120000Z",
						"DTEND:20260303T130000Z"),
				event("UID:1", "SUMMARY:gone", "RECURRENCE-ID:20260304T090000Z", "STATUS:CANCELLED")));
		assertThat(between(file, "2026-03-01", "2026-04-01"))
			.containsExactly("ada 2026-03-02T09:00:00Z 2026-03-02T10:00:00Z");
		assertThat(between(file, "2029-12-24", "2029-12-25"))
			.containsExactly("late 2029-12-24T09:00:00Z 2029-12-24T10:00:00Z");
	}

	@ParameterizedTest
	@ValueSource(strings = { ";VALUE=DATE:20260303", ":20260303T000000Z", ":20260302T230000Z", ":20260303T000000" })
	void anEditOfAWholeDayNamesItsDayHoweverItIsWritten(String recurrence) {
		CalendarFile file = read(calendar("X-WR-TIMEZONE:Europe/Paris",
				event("UID:1", "SUMMARY:ada", "DTSTART;VALUE=DATE:20260302", "RRULE:FREQ=DAILY;COUNT=2"),
				event("UID:1", "SUMMARY:bob", "RECURRENCE-ID" + recurrence, "DTSTART;VALUE=DATE:20260303")));
		assertThat(between(file, "2026-03-01", "2026-04-01")).containsExactly(
				"ada 2026-03-01T23:00:00Z 2026-03-02T23:00:00Z", "bob 2026-03-02T23:00:00Z 2026-03-03T23:00:00Z");
	}

	@Test
	void anEditMayMoveAllLaterOnesToo() {
		CalendarFile file = read(calendar(
				event("UID:1", "SUMMARY:ada", "DTSTART;TZID=Europe/Paris:20260327T090000",
						"DTEND;TZID=Europe/Paris:20260327T100000", "RRULE:FREQ=DAILY"),
				event("UID:1", "SUMMARY:bob", "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Paris:20260329T090000",
						"DTSTART;TZID=Europe/Paris:20260329T110000", "DTEND;TZID=Europe/Paris:20260329T130000"),
				event("UID:1", "SUMMARY:cleo", "RECURRENCE-ID;TZID=Europe/Paris:20260330T090000",
						"DTSTART;TZID=Europe/Paris:20260330T150000", "DTEND;TZID=Europe/Paris:20260330T160000")));
		assertThat(between(file, "2026-03-27", "2026-04-01")).containsExactly(
				"ada 2026-03-27T08:00:00Z 2026-03-27T09:00:00Z", "ada 2026-03-28T08:00:00Z 2026-03-28T09:00:00Z",
				"bob 2026-03-29T09:00:00Z 2026-03-29T11:00:00Z", "cleo 2026-03-30T13:00:00Z 2026-03-30T14:00:00Z",
				"bob 2026-03-31T09:00:00Z 2026-03-31T11:00:00Z");
	}

	@Test
	void aCancelledSeriesTakesItsEditsWithIt() {
		CalendarFile file = read(calendar(
				event("UID:1", "STATUS:CANCELLED", "SUMMARY:ada", "DTSTART:20260302T090000Z", "DTEND:20260302T100000Z",
						"RRULE:FREQ=DAILY"),
				event("UID:1", "SUMMARY:bob", "RECURRENCE-ID:20260303T090000Z", "DTSTART:20260303T120000Z",
						"DTEND:20260303T130000Z")));
		assertThat(between(file, "2026-03-01", "2026-04-01")).isEmpty();
	}

	@Test
	void eventsOfOneUidAreKeptApartUnlessOneIsAnotherEdition() {
		CalendarFile file = read(calendar(
				event("UID:1", "SUMMARY:ada", "DTSTART:20260302T100000Z", "DTEND:20260302T103000Z"),
				event("UID:1", "SUMMARY:bob", "DTSTART:20260302T103000Z", "DTEND:20260302T110000Z"),
				event("UID:2", "SUMMARY:old", "DTSTART:20260303T100000Z", "DTEND:20260303T103000Z"),
				event("UID:2", "SUMMARY:new", "SEQUENCE:1", "DTSTART:20260304T100000Z", "DTEND:20260304T103000Z")));
		assertThat(between(file, "2026-03-01", "2026-04-01")).containsExactly(
				"ada 2026-03-02T10:00:00Z 2026-03-02T10:30:00Z", "bob 2026-03-02T10:30:00Z 2026-03-02T11:00:00Z",
				"new 2026-03-04T10:00:00Z 2026-03-04T10:30:00Z");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "<html><body>Please sign in</body></html>", "BEGIN:VCALENDAR\nVERSION:2.0\n",
			"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nEND:VCALENDAR\n", "BEGIN:VCARD\nFN:Ada\nEND:VCARD\n",
			"BEGIN:VCALENDAR\nEND:VCALENDAR\nEND:VCALENDAR\n" })
	void whatIsNoCalendarOrNotAWholeOneIsRefused(String text) {
		assertThatExceptionOfType(Malformed.class).isThrownBy(() -> CalendarFile.read(text, null))
			.satisfies((failure) -> assertThat(failure.getMessage()).isNotBlank());
	}

	@ParameterizedTest
	@ValueSource(strings = { "DTSTART:tomorrow", "DTSTART:20260230T090000Z", "X-NO:start",
			"DTSTART:20260303T090000Z\nDTEND:20260303T080000Z", "DTSTART:20260303T090000Z",
			"DTSTART:20260303T090000Z\nDURATION:soon", "DTSTART:20260303T090000Z\nDTEND:20280303T090000Z",
			"DTSTART:20260303T090000Z\nDURATION:PT1H\nRRULE:FREQ=SECONDLY",
			"DTSTART:20260303T090000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;BYDAY=XX",
			"DTSTART:20260303T090000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;INTERVAL=0",
			"DTSTART:20260303T090000Z\nDURATION:PT1H\nEXDATE:never" })
	void anEventThatCannotBeReadIsLeftOutWithAWarningAndTheOthersStay(String lines) {
		CalendarFile file = read(calendar(event("UID:1", "SUMMARY:broken", lines),
				event("UID:2", "SUMMARY:ada", "DTSTART:20260302T090000Z", "DTEND:20260302T100000Z")));
		assertThat(between(file, "2026-01-01", "2027-01-01"))
			.containsExactly("ada 2026-03-02T09:00:00Z 2026-03-02T10:00:00Z");
		assertThat(file.warnings()).singleElement().asString().contains("broken");
	}

	@Test
	void aRuleThatNeverComesTrueAndOneWithoutEndTakeNoTime() {
		CalendarFile file = read(calendar(
				event("UID:1", "SUMMARY:never", "DTSTART:20260302T090000Z", "DTEND:20260302T100000Z",
						"RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"),
				event("UID:2", "SUMMARY:hourly", "DTSTART:19700101T003000Z", "DTEND:19700101T010000Z",
						"RRULE:FREQ=HOURLY")));
		assertThat(between(file, "2101-03-02", "2101-03-03")).hasSize(24);
	}

	@Test
	void theDigestIsAnotherOnlyIfTheCalendarSaysSomethingElse() {
		String ada = event("UID:1", "DTSTAMP:20260101T000000Z", "SUMMARY:ada", "DTSTART:20260302T090000Z",
				"DTEND:20260302T100000Z");
		String bob = event("UID:2", "SUMMARY:bob", "DTSTART:20260302T100000Z", "DTEND:20260302T110000Z");
		String digest = read(calendar(ada, bob)).digest();
		assertThat(read(calendar(bob, ada.replace("20260101T", "20260707T"))).digest()).isEqualTo(digest);
		assertThat(read(calendar(bob, ada.replace("ada", "eve"))).digest()).isNotEqualTo(digest);
		assertThat(read(calendar(bob)).digest()).isNotEqualTo(digest);
	}

	@Test
	void aSmallWindowShowsWhatALargeOneShowsThere() {
		Random random = new Random(4);
		List<String> frequencies = List.of("HOURLY;INTERVAL=7", "DAILY", "DAILY;INTERVAL=3", "WEEKLY;BYDAY=MO,WE,SU",
				"WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU,SU", "MONTHLY;BYDAY=-1FR", "MONTHLY;BYMONTHDAY=31", "YEARLY",
				"DAILY;COUNT=200", "WEEKLY;UNTIL=20260501T000000Z");
		for (String frequency : frequencies) {
			CalendarFile file = read(calendar(event("UID:1", "SUMMARY:ada", "DTSTART;TZID=Europe/Paris:20240229T233000",
					"DTEND;TZID=Europe/Paris:202403%02dT0%d0000".formatted(1 + random.nextInt(20), random.nextInt(9)),
					"RRULE:FREQ=" + frequency)));
			Span years = CalendarFixtures.span("2024-01-01", "2028-01-01");
			List<Occurrence> all = file.occurrences(years, 100_000);
			for (int i = 0; i < 40; i++) {
				Span window = new Span(years.start().plusSeconds(random.nextInt(100_000_000)),
						years.start().plusSeconds(100_000_001 + random.nextInt(20_000_000)));
				assertThat(file.occurrences(window, 100_000)).as(frequency)
					.isEqualTo(all.stream().filter((one) -> one.span().meets(window)).toList());
			}
		}
	}

}
