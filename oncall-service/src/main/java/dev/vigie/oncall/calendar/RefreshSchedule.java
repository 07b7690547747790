package dev.vigie.oncall.calendar;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import dev.vigie.oncall.calendar.CopyTable.Due;

/**
 * Fetches calendars in every replica, each when its time has come; a slow one keeps none
 * of the others waiting.
 */
@Component
@ConditionalOnBooleanProperty(name = "vigie.workers.enabled", matchIfMissing = true)
class RefreshSchedule {

	private static final Logger log = LoggerFactory.getLogger(RefreshSchedule.class);

	private static final int AT_ONCE = 8;

	private final Refreshing refreshing;

	RefreshSchedule(Refreshing refreshing) {
		this.refreshing = refreshing;
	}

	@Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
	void run() {
		try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int i = 0; i < AT_ONCE; i++) {
				Optional<Due> due = this.refreshing.claim();
				if (due.isEmpty()) {
					return;
				}
				executor.execute(() -> fetch(due.get()));
			}
		}
	}

	// It comes again when its lease is over.
	private void fetch(Due due) {
		try {
			this.refreshing.fetch(due);
		}
		catch (RuntimeException failure) {
			log.warn("Calendar {} could not be kept: {}", due.calendar(), failure.toString());
		}
	}

}
