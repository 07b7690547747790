package dev.vigie.alertingest.sender.opsgenie;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.vigie.alertingest.heartbeat.HeartbeatSpec;
import dev.vigie.alertingest.integration.IntegrationRef;
import dev.vigie.alertingest.sender.JsonBodies;
import dev.vigie.alertingest.sender.JsonTexts;
import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.time.Delay;

/**
 * What a body says of a heartbeat, in Opsgenie's words.
 *
 * @param name what the sender calls it
 * @param enabled null if the body says nothing of it
 */
record HeartbeatFields(@Nullable String name, @Nullable Delay interval, @Nullable String alertMessage,
		@Nullable String priority, @Nullable Boolean enabled) {

	/**
	 * Opsgenie knows no grace: who wants one makes the interval longer.
	 */
	private static final Delay NO_GRACE = new Delay("0s");

	private static final Duration LONGEST = Duration.ofDays(30);

	private static final Map<String, Duration> UNITS = Map.of("minutes", Duration.ofMinutes(1), "hours",
			Duration.ofHours(1), "days", Duration.ofDays(1));

	static HeartbeatFields read(byte[] bytes) {
		JsonNode body = JsonBodies.object(bytes);
		String priority = line(body, "alertPriority", 10);
		if (priority != null && !priority.matches("P[1-5]")) {
			throw new Invalid("alertPriority", "Priority must be P1 to P5.");
		}
		JsonNode enabled = body.get("enabled");
		return new HeartbeatFields(line(body, "name", 200), interval(body), line(body, "alertMessage", 1000), priority,
				(enabled != null && enabled.isBoolean()) ? enabled.asBoolean() : null);
	}

	/**
	 * The heartbeat's document.
	 * @param before what it says so far, null if there is none
	 */
	HeartbeatSpec spec(IntegrationRef integration, String given, String own, @Nullable HeartbeatSpec before) {
		if (before == null) {
			if (this.interval == null) {
				throw new Invalid("interval", "Interval can not be empty.");
			}
			return new HeartbeatSpec(integration.name(), given.equals(own) ? null : given, this.interval, NO_GRACE,
					null, null, this.priority, this.alertMessage, null);
		}
		return new HeartbeatSpec(before.integration(), before.displayName(),
				(this.interval != null) ? this.interval : before.interval(),
				(this.interval != null) ? NO_GRACE : before.grace(), before.match(), before.severity(),
				(this.priority != null) ? this.priority : before.priority(),
				(this.alertMessage != null) ? this.alertMessage : before.alertMessage(), before.paused());
	}

	private static @Nullable Delay interval(JsonNode body) {
		JsonNode number = body.get("interval");
		if (number == null || number.isNull()) {
			return null;
		}
		String unit = line(body, "intervalUnit", 20);
		Duration length = UNITS.get((unit != null) ? unit.toLowerCase(Locale.ROOT) : "minutes");
		if (length == null) {
			throw new Invalid("intervalUnit", "Interval unit must be one of: minutes, hours, days.");
		}
		BigInteger count = number.isIntegralNumber() ? number.bigIntegerValue() : BigInteger.ZERO;
		if (count.signum() <= 0 || count.compareTo(BigInteger.valueOf(LONGEST.dividedBy(length))) > 0) {
			throw new Invalid("interval", "Interval must be a whole number from 1 minute to 30 days.");
		}
		return new Delay(length.multipliedBy(count.longValue()).toString());
	}

	private static @Nullable String line(JsonNode body, String field, int longest) {
		String text = new JsonTexts().text(body.get(field));
		if (text == null) {
			return null;
		}
		String line = Fields.cut(text.replaceAll("\\p{Cntrl}+", " ").strip(), longest);
		return line.isEmpty() ? null : line;
	}

	/**
	 * A length of time as Opsgenie says it: a number of the longest unit that fits.
	 */
	static Rhythm rhythm(Duration interval) {
		long minutes = Math.max(1, interval.plusSeconds(59).toMinutes());
		for (String unit : List.of("days", "hours")) {
			long length = UNITS.getOrDefault(unit, Duration.ZERO).toMinutes();
			if (minutes % length == 0) {
				return new Rhythm(minutes / length, unit);
			}
		}
		return new Rhythm(minutes, "minutes");
	}

	/**
	 * How often it beats.
	 */
	record Rhythm(long interval, String unit) {
	}

}
