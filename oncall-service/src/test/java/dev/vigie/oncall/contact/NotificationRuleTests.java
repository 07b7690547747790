package dev.vigie.oncall.contact;

import java.time.LocalDateTime;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.vigie.oncall.contact.NotificationRule.During;
import dev.vigie.oncall.contact.NotificationRule.Urgency;

import static org.assertj.core.api.Assertions.assertThat;

class NotificationRuleTests {

	private static final List<WorkingHours> OFFICE = List.of(new WorkingHours(null, "09:00", "18:00"));

	// 2 March 2026 is a Monday.
	@ParameterizedTest
	@CsvSource(textBlock = """
			ALWAYS,        2026-03-07T03:00, true
			WORKING_HOURS, 2026-03-02T08:59, false
			WORKING_HOURS, 2026-03-02T09:00, true
			WORKING_HOURS, 2026-03-02T17:59, true
			WORKING_HOURS, 2026-03-02T18:00, false
			WORKING_HOURS, 2026-03-07T12:00, false
			OFF_HOURS,     2026-03-02T12:00, false
			OFF_HOURS,     2026-03-02T18:00, true
			OFF_HOURS,     2026-03-07T12:00, true
			NIGHTS,        2026-03-02T21:59, false
			NIGHTS,        2026-03-02T22:00, true
			NIGHTS,        2026-03-02T06:59, true
			NIGHTS,        2026-03-02T07:00, false
			WEEKENDS,      2026-03-06T23:59, false
			WEEKENDS,      2026-03-07T00:00, true
			WEEKENDS,      2026-03-08T23:59, true
			WEEKENDS,      2026-03-09T00:00, false
			""")
	void holdsAtTheHoursItNames(During during, LocalDateTime local, boolean holds) {
		NotificationRule rule = new NotificationRule(Urgency.HIGH, during, null);
		assertThat(rule.holds(Urgency.HIGH, local, OFFICE)).isEqualTo(holds);
	}

	@Test
	void holdsForItsUrgencyOnly() {
		NotificationRule rule = new NotificationRule(Urgency.LOW, null, null);
		assertThat(rule.holds(Urgency.LOW, LocalDateTime.parse("2026-03-02T12:00"), OFFICE)).isTrue();
		assertThat(rule.holds(Urgency.HIGH, LocalDateTime.parse("2026-03-02T12:00"), OFFICE)).isFalse();
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			2026-03-06T21:59, false
			2026-03-06T22:00, true
			2026-03-07T05:59, true
			2026-03-07T06:00, false
			2026-03-07T22:00, false
			""")
	void takesWorkPastMidnightForThatOfTheDayItBeganOn(LocalDateTime local, boolean works) {
		WorkingHours fridayNight = new WorkingHours(List.of("Friday"), "22:00", "06:00");
		assertThat(fridayNight.hold(local)).isEqualTo(works);
	}

	@Test
	void knowsTheEndOfTheDay() {
		WorkingHours untilMidnight = new WorkingHours(List.of("monday"), "12:00", "24:00");
		assertThat(untilMidnight.hold(LocalDateTime.parse("2026-03-02T23:59:59.999"))).isTrue();
		assertThat(untilMidnight.hold(LocalDateTime.parse("2026-03-03T00:00"))).isFalse();
	}

}
