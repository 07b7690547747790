package dev.vigie.alertingest.alert;

/**
 * What a sender can say of an alert.
 */
public enum AlertVerb {

	/**
	 * Its problem is there; said again it is a repeat.
	 */
	FIRING,
	/**
	 * Its problem is there; an alert that fires already goes on reading as it does.
	 */
	RAISED,
	/**
	 * Its problem is gone.
	 */
	RESOLVED,
	/**
	 * A firing alert reads otherwise: the labels and annotations given replace those of
	 * the same name. Nothing if it does not fire.
	 */
	AMENDED,
	/**
	 * Somebody takes charge, told at the sender's side. Nothing if it does not fire.
	 */
	ACKNOWLEDGED,
	/**
	 * Nobody is in charge any more. Nothing if it does not fire.
	 */
	UNACKNOWLEDGED,
	/**
	 * It is to be left alone until the time of the {@link AlertChange.Word}. Nothing if
	 * it does not fire.
	 */
	SNOOZED,
	/**
	 * Somebody remarks something. Nothing if it does not fire.
	 */
	NOTED;

	boolean fires() {
		return this == FIRING || this == RAISED;
	}

	boolean isRemark() {
		return this == ACKNOWLEDGED || this == UNACKNOWLEDGED || this == SNOOZED || this == NOTED;
	}

}
