package dev.vigie.oncall.swap;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Runs the watch in every replica; tests run it themselves.
 */
@Component
@ConditionalOnBooleanProperty(name = "vigie.workers.enabled", matchIfMissing = true)
class SwapSchedule {

	private final SwapWatch watch;

	SwapSchedule(SwapWatch watch) {
		this.watch = watch;
	}

	@Scheduled(fixedDelayString = "PT10S")
	void run() {
		boolean more;
		do {
			more = this.watch.settleDue();
		}
		while (more);
	}

}
