package dev.vigie.escalation.update;

import java.time.Instant;
import java.time.InstantSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.update.PromiseTable.Due;

/**
 * Looks for promised updates that did not come, each in a transaction of its own.
 */
@Component
class ReminderRound {

	private static final Logger log = LoggerFactory.getLogger(ReminderRound.class);

	private static final int BATCH = 100;

	private final PromiseTable promises;

	private final Reminding reminding;

	private final InstantSource clock;

	ReminderRound(PromiseTable promises, Reminding reminding, InstantSource clock) {
		this.promises = promises;
		this.reminding = reminding;
		this.clock = clock;
	}

	void run() {
		Instant now = this.clock.instant();
		this.promises.due(now, BATCH).forEach((due) -> attempt(due, now));
	}

	// One that fails must not keep the others from being told.
	private void attempt(Due due, Instant now) {
		try {
			this.reminding.remind(due, now);
		}
		catch (RuntimeException failure) {
			log.error("The reminder of update {} failed and is tried again", due.updateId(), failure);
		}
	}

}
