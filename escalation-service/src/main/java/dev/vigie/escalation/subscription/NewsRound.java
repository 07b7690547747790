package dev.vigie.escalation.subscription;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Tells what is still to be told, each in a transaction of its own.
 */
@Component
class NewsRound {

	private static final Logger log = LoggerFactory.getLogger(NewsRound.class);

	private static final int BATCH = 100;

	private static final Duration NEWS = Duration.ofDays(1);

	private final NewsTable table;

	private final NewsDesk desk;

	private final InstantSource clock;

	NewsRound(NewsTable table, NewsDesk desk, InstantSource clock) {
		this.table = table;
		this.desk = desk;
		this.clock = clock;
	}

	void run() {
		this.table.forget(this.clock.instant().minus(NEWS));
		this.table.waiting(BATCH).forEach(this::attempt);
	}

	// One that fails must not keep the others from being told.
	private void attempt(UUID id) {
		try {
			this.desk.tell(id);
		}
		catch (RuntimeException failure) {
			log.error("News {} failed and is tried again", id, failure);
		}
	}

}
