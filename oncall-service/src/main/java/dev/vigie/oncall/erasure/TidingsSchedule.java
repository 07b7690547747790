package dev.vigie.oncall.erasure;

import java.util.concurrent.TimeUnit;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Lets names be forgotten in time; tests do it themselves.
 */
@Component
@ConditionalOnBooleanProperty(name = "vigie.workers.enabled", matchIfMissing = true)
class TidingsSchedule {

	private final Tidings tidings;

	TidingsSchedule(Tidings tidings) {
		this.tidings = tidings;
	}

	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
	void run() {
		this.tidings.forget();
	}

}
