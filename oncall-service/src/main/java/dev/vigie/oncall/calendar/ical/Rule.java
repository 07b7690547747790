package dev.vigie.oncall.calendar.ical;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/**
 * An RRULE. Only readings of the clock go into the library and come out of it: what
 * instants they are is ours to say.
 */
final class Rule {

	private static final Set<Freq> FREQUENCIES = EnumSet.of(Freq.HOURLY, Freq.DAILY, Freq.WEEKLY, Freq.MONTHLY,
			Freq.YEARLY);

	private static final int LARGEST_INTERVAL = 10_000;

	private static final int LAST_YEAR = 2300;

	private final RecurrenceRule rule;

	private final Moment start;

	private Rule(RecurrenceRule rule, Moment start) {
		this.rule = rule;
		this.start = start;
	}

	/**
	 * Reads a rule; none if the start is all that it names.
	 * @throws DateTimeException if it says nothing, or what shifts cannot follow
	 */
	static Optional<Rule> parse(String text, Moment start) {
		try {
			RecurrenceRule rule = new RecurrenceRule(text.strip(), RecurrenceRule.RfcMode.RFC5545_STRICT);
			if (!FREQUENCIES.contains(rule.getFreq()) || rule.getInterval() > LARGEST_INTERVAL) {
				throw new DateTimeException("a rule of seconds or minutes, or of too long an interval");
			}
			if (rule.getUntil() != null) {
				rule.setUntil(shown(until(rule.getUntil(), start)));
			}
			boolean once = rule.getCount() != null && rule.getCount() == 1;
			return once ? Optional.empty() : Optional.of(new Rule(rule, start).counted());
		}
		catch (InvalidRecurrenceRuleException | IllegalArgumentException failure) {
			throw new DateTimeException("no rule: " + failure.getMessage(), failure);
		}
	}

	// The start counts, also where the rule alone would not name it.
	private Rule counted() {
		Integer count = this.rule.getCount();
		if (count != null && !startsAtStart()) {
			this.rule.setCount(count - 1);
		}
		return this;
	}

	private boolean startsAtStart() {
		boolean[] found = new boolean[1];
		forEach(this.start.time(), (time) -> {
			found[0] = time.equals(this.start.time());
			return false;
		});
		return found[0];
	}

	// The end of a rule is written as a date, as a reading of the clock or in UTC.
	private static LocalDateTime until(DateTime until, Moment start) {
		LocalDateTime time = reading(until);
		if (until.isAllDay()) {
			return time.with(LocalTime.of(23, 59, 59));
		}
		// For whole days many write the midnight of the last one, in UTC as well.
		boolean asRead = until.isFloating() || (start.allDay() && time.toLocalTime().equals(LocalTime.MIDNIGHT));
		LocalDateTime last = asRead ? time : new Moment(time, Moment.UTC, false).shownIn(start.zone());
		return start.allDay() ? last.with(LocalTime.of(23, 59, 59)) : last;
	}

	/**
	 * Hands over what the clock shows each time from there on, in order, for as long as
	 * it is wanted.
	 */
	void forEach(LocalDateTime from, Predicate<LocalDateTime> wanted) {
		try {
			RecurrenceRuleIterator instances = this.rule.iterator(shown(this.start.time()));
			if (from.isAfter(this.start.time())) {
				instances.fastForward(shown(from));
			}
			while (instances.hasNext()) {
				DateTime instance = instances.nextDateTime();
				if (instance.getYear() > LAST_YEAR || !wanted.test(reading(instance))) {
					return;
				}
			}
		}
		catch (IllegalArgumentException _) {
			// how the library says that it has looked far enough in vain
		}
	}

	private static LocalDateTime reading(DateTime time) {
		return LocalDateTime.of(time.getYear(), time.getMonth() + 1, time.getDayOfMonth(), time.getHours(),
				time.getMinutes(), time.getSeconds());
	}

	private static DateTime shown(LocalDateTime time) {
		return new DateTime(time.getYear(), time.getMonthValue() - 1, time.getDayOfMonth(), time.getHour(),
				time.getMinute(), time.getSecond());
	}

}
