package dev.vigie.escalation.incident;

import org.jspecify.annotations.Nullable;

/**
 * Where a firing alert belongs.
 */
sealed interface AlertPlace {

	/**
	 * An open incident; {@code firing} says that it knows the alert as firing already,
	 * {@code before} in which group it was there.
	 */
	record Open(Touched touched, boolean firing, @Nullable Origin before) implements AlertPlace {
	}

	/**
	 * A resolved incident that this alert reopens.
	 */
	record Returns(Incident incident, boolean firing) implements AlertPlace {
	}

	/**
	 * An incident that a person resolved although the alert fires; it goes on firing.
	 */
	record StaysResolved(Incident incident, Origin group) implements AlertPlace {
	}

	/**
	 * No incident yet.
	 */
	record Nowhere() implements AlertPlace {
	}

}
