package dev.vigie.alertingest.quota;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Looks for quotas that are broken, and for those that are kept again.
 */
@Component
class QuotaWatch {

	private static final Logger log = LoggerFactory.getLogger(QuotaWatch.class);

	private final Breaches breaches;

	QuotaWatch(Breaches breaches) {
		this.breaches = breaches;
	}

	void runDue() {
		try {
			this.breaches.tell();
		}
		catch (ConcurrencyFailureException lost) {
			log.debug("Another replica was quicker: {}", lost.getMessage());
		}
	}

}
