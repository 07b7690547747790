package dev.vigie.escalation.incident;

import java.util.UUID;

/**
 * Where a firing alert belongs.
 */
sealed interface AlertPlace {

	/**
	 * An open incident; {@code firing} says that it knows the alert as firing already.
	 */
	record Open(Touched touched, boolean firing) implements AlertPlace {
	}

	/**
	 * A resolved incident that this alert reopens.
	 */
	record Returns(UUID incidentId, boolean firing) implements AlertPlace {
	}

	/**
	 * An incident that a person resolved although the alert fires; it goes on firing.
	 */
	record StaysResolved(UUID incidentId) implements AlertPlace {
	}

	/**
	 * No incident yet.
	 */
	record Nowhere() implements AlertPlace {
	}

}
