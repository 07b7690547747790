package dev.vigie.shared.feed;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.swagger.v3.oas.annotations.Hidden;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.shared.problem.Gone;
import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.signal.Channels;
import dev.vigie.shared.signal.Signals;

/**
 * Serves the feed as <a href="https://www.http-feeds.org">http-feeds.org</a> describes:
 * batches of up to 500 events after {@code lastEventId}; with a {@code timeout} in
 * milliseconds an empty answer is held back until there is something to tell.
 */
@RestController
@Hidden
class FeedController {

	static final int BATCH = 500;

	private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

	private static final Duration POLL = Duration.ofSeconds(1);

	private final FeedTable table;

	private final Signals signals;

	FeedController(FeedTable table, Signals signals) {
		this.table = table;
		this.signals = signals;
	}

	@GetMapping("/feed")
	ResponseEntity<List<FeedEvent>> feed(@RequestParam(defaultValue = "0") long lastEventId,
			@RequestParam(defaultValue = "0") long timeout) throws InterruptedException {
		if (lastEventId < 0) {
			throw new Invalid("lastEventId", "must not be negative");
		}
		List<FeedEvent> events = await(lastEventId, Math.min(timeout, LONGEST_WAIT.toMillis()));
		// Positions have no gaps: who gets the very next event has missed none.
		boolean next = !events.isEmpty() && events.getFirst().position() == lastEventId + 1;
		if (!next && lastEventId < this.table.dropped()) {
			throw new Gone("feed-gone", "Events after " + lastEventId + " are no longer kept");
		}
		return ResponseEntity.ok().contentType(MediaType.valueOf("application/cloudevents-batch+json")).body(events);
	}

	private List<FeedEvent> await(long lastEventId, long millis) throws InterruptedException {
		long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
		while (true) {
			Signals.Ticket ticket = this.signals.ticket(Channels.FEED);
			List<FeedEvent> events = this.table.after(lastEventId, BATCH);
			Duration left = Duration.ofNanos(deadline - System.nanoTime());
			if (!events.isEmpty() || !left.isPositive() || !this.signals.isRunning()) {
				return events;
			}
			ticket.await((left.compareTo(POLL) < 0) ? left : POLL);
		}
	}

}
