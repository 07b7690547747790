package dev.vigie.shared.feed;

import java.time.Duration;
import java.time.InstantSource;

import org.springframework.scheduling.annotation.Scheduled;

/**
 * Drops events that are older than the feed's retention, a slice at a time.
 */
class FeedRetention {

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
		this.table.dropBefore(this.clock.instant().minus(this.retention), SLICE);
	}

}
