package dev.vigie.oncall.calendar.ical;

import java.util.List;

import org.junit.jupiter.api.Test;

import static dev.vigie.oncall.calendar.ical.CalendarFixtures.between;
import static dev.vigie.oncall.calendar.ical.CalendarFixtures.read;
import static dev.vigie.oncall.calendar.ical.CalendarFixtures.text;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whole files, as Google, Outlook, Apple, Grafana OnCall and PagerDuty write them.
 */
class CalendarFileTests extends DefaultZones {

	@Test
	void readsGoogle() {
		CalendarFile google = read(text("google"));
		assertThat(google.warnings()).isEmpty();
		assertThat(google.events()).isEqualTo(6);
		assertThat(between(google, "2026-01-20", "2026-04-07")).containsExactly(
				"Astreinte Ada 2026-01-19T08:00:00Z 2026-01-26T08:00:00Z",
				// Bob's 26 January is left out, Ada's 2 February moved far away
				"Astreinte Bob 2026-02-09T08:00:00Z 2026-02-16T08:00:00Z",
				"Astreinte Ada 2026-02-16T08:00:00Z 2026-02-23T08:00:00Z",
				"Astreinte Bob 2026-02-23T08:00:00Z 2026-03-02T08:00:00Z",
				"Astreinte Ada 2026-03-02T08:00:00Z 2026-03-09T08:00:00Z",
				"Astreinte Bob 2026-03-09T08:00:00Z 2026-03-16T08:00:00Z",
				"Astreinte Ada 2026-03-16T08:00:00Z 2026-03-23T08:00:00Z",
				"Astreinte Bob 2026-03-23T08:00:00Z 2026-03-30T07:00:00Z",
				"Astreinte Ada 2026-03-30T07:00:00Z 2026-04-06T07:00:00Z",
				"Astreinte Ada 2026-04-01T07:00:00Z 2026-04-02T07:00:00Z",
				"Astreinte Bob 2026-04-06T07:00:00Z 2026-04-13T07:00:00Z");
		assertThat(between(google, "2026-04-28", "2026-05-03")).as("a day of Paris, its end exclusive")
			.contains("Cleo 2026-04-30T22:00:00Z 2026-05-01T22:00:00Z");
		assertThat(between(google, "2026-06-01", "2026-06-08")).noneMatch((line) -> line.contains("Cleo"));
		assertThat(between(google, "2060-01-01", "2060-01-02")).as("a rule without end").hasSize(1);
	}

	@Test
	void knowsWhomGoogleNames() {
		List<Occurrence> february = read(text("google")).occurrences(CalendarFixtures.span("2026-02-17", "2026-02-24"),
				9);
		assertThat(february).extracting((one) -> one.subject().attendees())
			.containsExactly(List.of(new Attendee("ada@example.org", "ADA@Example.org")),
					// Cleo declined, and a room is nobody
					List.of(new Attendee("bob@example.org", "bob@example.org")));
	}

	@Test
	void readsOutlook() {
		CalendarFile outlook = read(text("outlook"), "Europe/Paris");
		assertThat(outlook.warnings()).isEmpty();
		assertThat(between(outlook, "2026-03-23", "2026-04-10")).containsExactly(
				"Ada Lovelace 2026-03-23T17:00:00Z 2026-03-24T08:00:00Z",
				"Ada Lovelace 2026-03-24T17:00:00Z 2026-03-25T08:00:00Z", //
				"Bob 2026-03-25T19:00:00Z 2026-03-26T08:00:00Z",
				// the 26th is cancelled; on the 30th it is summer, until is in UTC
				"Ada Lovelace 2026-03-27T17:00:00Z 2026-03-28T08:00:00Z", //
				"Bob 2026-03-27T23:00:00Z 2026-03-29T22:00:00Z",
				"Ada Lovelace 2026-03-30T16:00:00Z 2026-03-31T07:00:00Z");
	}

	@Test
	void readsAZoneThatOnlyTheFileKnows() {
		CalendarFile outlook = read(text("outlook"), "Europe/Paris");
		assertThat(between(outlook, "2026-03-01", "2026-03-10"))
			.containsExactly("Cleo 2026-03-02T14:00:00Z 2026-03-09T13:00:00Z");
		assertThat(between(outlook, "2026-10-30", "2026-11-05"))
			.containsExactly("Cleo 2026-11-02T14:00:00Z 2026-11-09T14:00:00Z");
	}

	@Test
	void readsApple() {
		CalendarFile apple = read(text("apple"));
		assertThat(apple.warnings()).isEmpty();
		assertThat(between(apple, "2026-10-20", "2026-11-20")).containsExactly(
				"On call 2026-10-19T16:00:00Z 2026-10-26T16:00:00Z",
				// the week with the longer night ends an hour later, and no hour is lost
				"On call 2026-10-26T16:00:00Z 2026-11-02T17:00:00Z", //
				"Cleo 2026-11-01T05:00:00Z 2026-11-03T06:00:00Z", //
				"On call 2026-11-02T17:00:00Z 2026-11-09T17:00:00Z",
				"On call 2026-11-09T17:00:00Z 2026-11-16T17:00:00Z",
				// without a zone of their own: Chicago's
				"Bob 2026-11-11T04:00:00Z 2026-11-11T12:00:00Z", //
				"Bob 2026-11-16T04:00:00Z 2026-11-16T12:00:00Z", "On call 2026-11-16T17:00:00Z 2026-11-23T17:00:00Z", //
				"Bob 2026-11-18T04:00:00Z 2026-11-18T05:00:00Z", //
				"Bob 2026-11-19T04:00:00Z 2026-11-19T06:00:00Z");
		assertThat(between(apple, "2026-11-30", "2027-03-01")).filteredOn((line) -> line.startsWith("Cleo"))
			.containsExactly("Cleo 2026-12-01T06:00:00Z 2026-12-03T06:00:00Z");
	}

	@Test
	void readsGrafanaOnCall() {
		CalendarFile grafana = read(text("grafana"));
		assertThat(grafana.warnings()).isEmpty();
		assertThat(between(grafana, "2026-03-01", "2026-04-01")).containsExactly(
				"[L1] ada 2026-03-02T09:00:00Z 2026-03-02T17:00:00Z",
				"[L1] bob@EXAMPLE.org 2026-03-02T17:00:00Z 2026-03-03T08:00:00Z",
				"[L1] ada 2026-03-03T09:00:00Z 2026-03-03T17:00:00Z",
				"[L1] ada 2026-03-04T09:00:00Z 2026-03-04T17:00:00Z",
				"[L1] ada 2026-03-05T09:00:00Z 2026-03-05T17:00:00Z",
				// one UID, two events
				"[L1] cleo 2026-03-06T10:00:00Z 2026-03-06T10:30:00Z",
				"[L1] cleo 2026-03-06T10:30:00Z 2026-03-06T11:00:00Z",
				"[L1] bob@EXAMPLE.org 2026-03-09T17:00:00Z 2026-03-10T08:00:00Z",
				// an until without a zone is a reading of the event's own clock
				"[L1] bob@EXAMPLE.org 2026-03-16T17:00:00Z 2026-03-17T08:00:00Z");
	}

	@Test
	void readsPagerDuty() {
		CalendarFile pagerDuty = read(text("pagerduty"));
		assertThat(pagerDuty.warnings()).isEmpty();
		assertThat(between(pagerDuty, "2026-03-09", "2026-03-17")).containsExactly(
				"On Call - Ada Lovelace - Backend 2026-03-02T08:00:00Z 2026-03-09T08:00:00Z",
				"On Call - Bob - Backend 2026-03-09T08:00:00Z 2026-03-16T08:00:00Z",
				"On Call - Grace Hopper - Backend 2026-03-16T08:00:00Z 2026-03-23T08:00:00Z");
	}

	@Test
	void readsFiveThousandEventsAndFollowsRulesOnlyWhereItIsAsked() {
		CalendarFile large = read(CalendarFixtures.large(5000));
		assertThat(large.events()).isEqualTo(5000);
		assertThat(large.warnings()).isEmpty();
		assertThat(large.occurrences(CalendarFixtures.span("2026-01-01", "2027-01-01"), 100_000))
			.hasSizeGreaterThan(3000);
		assertThat(large.occurrences(CalendarFixtures.span("2090-01-01", "2091-01-01"), 100_000)).hasSizeBetween(1600,
				1700);
	}

}
