package dev.vigie.shared.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;

/**
 * Drops events that are older than the feed's retention, a slice at a time.
 */
class FeedRetention {

	private static final Logger log = LoggerFactory.getLogger(FeedRetention.class);

	private static final int SLICE = 10_000;

	private final FeedTable table;

	private final Duration retention;

	private final InstantSource clock;

	FeedRetention(FeedTable table, Duration retention, InstantSource clock) {
		this.table = table;
		this.retention = retention;
		this.clock = clock;
	}

	@Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
	void dropOld() {
		Instant tooOld = this.clock.instant().minus(this.retention);
		while (this.table.dropBefore(tooOld, SLICE) > 0) {
			log.info("Dropped events of the feed from before {}", tooOld);
		}
	}

}
