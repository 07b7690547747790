package dev.vigie.oncall.person;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Announces departures in every replica when their time has come; tests do it themselves.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnBooleanProperty(name = "vigie.workers.enabled", matchIfMissing = true)
class LeavingSchedule {

	private final Leaving leaving;

	LeavingSchedule(Leaving leaving) {
		this.leaving = leaving;
	}

	@Scheduled(fixedDelayString = "PT1S")
	void run() {
		this.leaving.announceDue();
	}

}
