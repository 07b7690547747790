package dev.vigie.oncall.rotation;

import java.time.LocalDateTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A length of time on the wall clock such as {@code 90m}, {@code 12h}, {@code 7d},
 * {@code 2w} or {@code 1mo}: a day lasts until the clock shows the same time again.
 *
 * @param amount how many units
 * @param unit of which
 */
public record Length(int amount, Unit unit) {

	private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,4})(mo|m|h|d|w)");

	private static final int LONGEST_MINUTES = 400 * 24 * 60;

	@JsonCreator
	public static Length of(String text) {
		Matcher matcher = TEXT.matcher(text.toLowerCase(Locale.ROOT));
		if (matcher.matches()) {
			Length length = new Length(Integer.parseInt(matcher.group(1)), Unit.of(matcher.group(2)));
			if (length.unit == Unit.MONTH ? length.amount <= 24 : length.minutes() <= LONGEST_MINUTES) {
				return length;
			}
		}
		throw new IllegalArgumentException("must be a length such as 90m, 12h, 7d, 2w or 1mo, at most 400 days");
	}

	/**
	 * In minutes of the wall clock.
	 * @throws IllegalStateException of months, which have different lengths
	 */
	int minutes() {
		if (this.unit == Unit.MONTH) {
			throw new IllegalStateException("Months have different lengths");
		}
		return Math.multiplyExact(this.amount, this.unit.minutes);
	}

	public boolean isAtMostADay() {
		return this.unit != Unit.MONTH && minutes() <= Unit.DAY.minutes;
	}

	LocalDateTime after(LocalDateTime time) {
		return (this.unit == Unit.MONTH) ? time.plusMonths(this.amount) : time.plusMinutes(minutes());
	}

	@JsonValue
	@Override
	public String toString() {
		return this.amount + this.unit.letters;
	}

	/**
	 * A unit of the wall clock.
	 */
	public enum Unit {

		MINUTE("m", 1), HOUR("h", 60), DAY("d", 24 * 60), WEEK("w", 7 * 24 * 60), MONTH("mo", 0);

		private final String letters;

		private final int minutes;

		Unit(String letters, int minutes) {
			this.letters = letters;
			this.minutes = minutes;
		}

		int minutes() {
			return this.minutes;
		}

		private static Unit of(String letters) {
			for (Unit unit : values()) {
				if (unit.letters.equals(letters)) {
					return unit;
				}
			}
			throw new IllegalArgumentException(letters);
		}

	}

}
