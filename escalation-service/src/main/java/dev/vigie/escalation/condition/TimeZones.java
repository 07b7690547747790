package dev.vigie.escalation.condition;

import java.time.ZoneId;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.vigie.shared.problem.Invalid;

/**
 * Which time zones a document may name, and when it must: the clock of no place at all is
 * a trap.
 */
public final class TimeZones {

	private static final Set<String> KNOWN = ZoneId.getAvailableZoneIds();

	private TimeZones() {
	}

	/**
	 * Checks the zone of conditions.
	 * @throws Invalid when it is none, or missing although they ask for the time of day
	 */
	public static void check(String field, @Nullable String zone, Asked asked) {
		if (zone == null) {
			if (asked.localTime()) {
				throw new Invalid(field, "must be set, for a condition asks for the time of day");
			}
		}
		else if (!KNOWN.contains(zone)) {
			throw new Invalid(field, "must be an IANA time zone such as Europe/Paris");
		}
	}

}
