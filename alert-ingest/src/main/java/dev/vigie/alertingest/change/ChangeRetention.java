package dev.vigie.alertingest.change;

import java.time.Duration;
import java.time.InstantSource;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Deletes changes that nobody asks for any more, a slice at a time.
 */
@Component
@ConditionalOnProperty(name = "vigie.workers.enabled", matchIfMissing = true)
class ChangeRetention {

	private static final Duration RETENTION = Duration.ofDays(90);

	private static final int SLICE = 500;

	private final ChangeList changes;

	private final InstantSource clock;

	ChangeRetention(ChangeList changes, InstantSource clock) {
		this.changes = changes;
		this.clock = clock;
	}

	@Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT3M")
	void runDue() {
		int deleted;
		do {
			deleted = this.changes.deleteBefore(this.clock.instant().minus(RETENTION), SLICE);
		}
		while (deleted == SLICE);
	}

}
