package dev.vigie.escalation.errand;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Runs errands in every replica; tests run them themselves. A program that is slow keeps
 * a thread of its own busy and nobody waiting.
 */
@Component
@ConditionalOnBooleanProperty(name = "vigie.workers.enabled", matchIfMissing = true)
class ErrandSchedule {

	private static final Logger log = LoggerFactory.getLogger(ErrandSchedule.class);

	private final ErrandDispatcher dispatcher;

	ErrandSchedule(ErrandDispatcher dispatcher) {
		this.dispatcher = dispatcher;
	}

	@Scheduled(fixedDelayString = "PT1S")
	void run() {
		this.dispatcher.claim()
			.forEach((errand) -> Thread.ofVirtual().name("errand-" + errand.id()).start(() -> run(errand)));
	}

	private void run(Errand errand) {
		try {
			this.dispatcher.run(errand);
		}
		catch (RuntimeException failure) {
			log.warn("How errand {} ended is not recorded; it is run again when its lease ends: {}", errand.id(),
					failure.toString());
		}
	}

}
