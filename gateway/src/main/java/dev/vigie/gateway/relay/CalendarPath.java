package dev.vigie.gateway.relay;

/**
 * Where calendars read shifts: the address holds its key, so nobody is asked for another.
 */
final class CalendarPath {

	static final String PATTERN = "/calendars/*";

	static final String PROGRAM = "oncall-service";

	private CalendarPath() {
	}

}
