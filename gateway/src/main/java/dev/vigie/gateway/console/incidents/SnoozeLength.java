package dev.vigie.gateway.console.incidents;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Optional;

import dev.vigie.gateway.console.layout.Times;

/**
 * How long the page offers to leave an incident alone.
 */
enum SnoozeLength {

	HALF_HOUR, TWO_HOURS, TOMORROW;

	private static final LocalTime MORNING = LocalTime.of(9, 0);

	static Optional<SnoozeLength> find(String name) {
		return Arrays.stream(values()).filter((length) -> length.name().equals(name)).findFirst();
	}

	Instant end(Times times) {
		return switch (this) {
			case HALF_HOUR -> times.in(Duration.ofMinutes(30));
			case TWO_HOURS -> times.in(Duration.ofHours(2));
			case TOMORROW -> times.tomorrow(MORNING);
		};
	}

}
