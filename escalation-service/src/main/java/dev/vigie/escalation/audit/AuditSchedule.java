package dev.vigie.escalation.audit;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks each minute, in every replica: what one has told no other tells again.
 */
@Component
@ConditionalOnBooleanProperty(name = "vigie.workers.enabled", matchIfMissing = true)
class AuditSchedule {

	private final AuditRound round;

	AuditSchedule(AuditRound round) {
		this.round = round;
	}

	@Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
	void run() {
		this.round.run();
	}

}
