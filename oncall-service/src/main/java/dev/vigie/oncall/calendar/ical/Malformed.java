package dev.vigie.oncall.calendar.ical;

/**
 * The text is not a calendar, or not a whole one.
 */
public final class Malformed extends Exception {

	public Malformed(String message) {
		super(message);
	}

}
