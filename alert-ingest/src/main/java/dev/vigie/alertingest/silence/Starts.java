package dev.vigie.alertingest.silence;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.NoSuchElementException;
import java.util.Set;

import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.jspecify.annotations.Nullable;

/**
 * What the clock shows each time that a rule says, in order. Only readings of the clock
 * go into the library and come out of it: what instants they are is ours to say.
 */
final class Starts {

	private static final Set<Freq> FREQUENCIES = EnumSet.of(Freq.DAILY, Freq.WEEKLY, Freq.MONTHLY, Freq.YEARLY);

	private static final int LARGEST_INTERVAL = 1000;

	private static final int LAST_YEAR = 2300;

	private final RecurrenceRuleIterator instances;

	private @Nullable LocalDateTime next;

	private Starts(RecurrenceRuleIterator instances) {
		this.instances = instances;
		this.next = advance();
	}

	static Starts of(String text, LocalDateTime first, ZoneId zone) throws InvalidRecurrenceRuleException {
		RecurrenceRule rule = new RecurrenceRule(text, RecurrenceRule.RfcMode.RFC5545_STRICT);
		if (!FREQUENCIES.contains(rule.getFreq())) {
			throw new InvalidRecurrenceRuleException("FREQ must be DAILY, WEEKLY, MONTHLY or YEARLY");
		}
		if (rule.hasPart(RecurrenceRule.Part.BYMINUTE) || rule.hasPart(RecurrenceRule.Part.BYSECOND)) {
			throw new InvalidRecurrenceRuleException("BYMINUTE and BYSECOND are too fine");
		}
		if (rule.getInterval() > LARGEST_INTERVAL) {
			throw new InvalidRecurrenceRuleException("INTERVAL must be at most 1000");
		}
		if (rule.getUntil() != null) {
			rule.setUntil(shown(reading(rule.getUntil(), zone)));
		}
		try {
			return new Starts(rule.iterator(shown(first)));
		}
		catch (IllegalArgumentException failure) {
			throw new InvalidRecurrenceRuleException("it never happens", failure);
		}
	}

	boolean hasNext() {
		return this.next != null;
	}

	LocalDateTime next() {
		LocalDateTime present = this.next;
		if (present == null) {
			throw new NoSuchElementException();
		}
		this.next = advance();
		return present;
	}

	/**
	 * Leaves out what is before.
	 */
	void skipTo(LocalDateTime from) {
		if (this.next != null && this.next.isBefore(from)) {
			try {
				this.instances.fastForward(shown(from));
				this.next = advance();
			}
			catch (IllegalArgumentException _) {
				this.next = null;
			}
		}
	}

	private @Nullable LocalDateTime advance() {
		try {
			if (!this.instances.hasNext()) {
				return null;
			}
			DateTime instance = this.instances.nextDateTime();
			return (instance.getYear() > LAST_YEAR) ? null : reading(instance);
		}
		catch (IllegalArgumentException _) {
			return null; // how the library says that it has looked far enough in vain
		}
	}

	// The end of a rule is written as a date, as a reading of the clock or in UTC.
	private static LocalDateTime reading(DateTime until, ZoneId zone) {
		if (until.isAllDay()) {
			return reading(until).with(LocalTime.of(23, 59, 59));
		}
		return until.isFloating() ? reading(until)
				: reading(until).atOffset(ZoneOffset.UTC).atZoneSameInstant(zone).toLocalDateTime();
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
