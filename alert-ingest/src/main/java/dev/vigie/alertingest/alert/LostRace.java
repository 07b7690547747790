package dev.vigie.alertingest.alert;

import org.springframework.dao.ConcurrencyFailureException;

/**
 * Another delivery stored the same new alert first; the transaction is to be run again.
 */
class LostRace extends ConcurrencyFailureException {

	LostRace() {
		super("Another delivery stored the same alert first");
	}

}
