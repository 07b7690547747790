package dev.vigie.escalation.incident;

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
	record Returns(Incident incident, boolean firing) implements AlertPlace {
	}

	/**
	 * An incident that a person resolved although the alert fires; it goes on firing.
	 */
	record StaysResolved(Incident incident) implements AlertPlace {
	}

	/**
	 * No incident yet.
	 */
	record Nowhere() implements AlertPlace {
	}

}
