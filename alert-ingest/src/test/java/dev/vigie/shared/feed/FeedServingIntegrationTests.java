package dev.vigie.shared.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.FutureTask;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.vigie.shared.problem.Gone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class FeedServingIntegrationTests {

	private final FeedPair pair = new FeedPair();

	@AfterEach
	void close() {
		this.pair.close();
	}

	@Test
	void saysGoneToWhoWouldMissDroppedEvents() {
		this.pair.tell("a", "one", "two");
		this.pair.clock.advance(Duration.ofDays(40));
		this.pair.tell("a", "three");
		new FeedRetention(this.pair.table, Duration.ofDays(30), this.pair.clock).dropOld();
		assertThatExceptionOfType(Gone.class).isThrownBy(() -> this.pair.fetch(0, Duration.ZERO));
		assertThatExceptionOfType(Gone.class).isThrownBy(() -> this.pair.fetch(1, Duration.ZERO));
		assertThat(this.pair.fetch(2, Duration.ZERO)).extracting(FeedEvent::id).containsExactly("3");
	}

	@Test
	void saysGoneWhenEverythingWasDropped() {
		this.pair.tell("a", "one");
		this.pair.clock.advance(Duration.ofDays(40));
		new FeedRetention(this.pair.table, Duration.ofDays(30), this.pair.clock).dropOld();
		assertThatExceptionOfType(Gone.class).isThrownBy(() -> this.pair.fetch(0, Duration.ZERO));
		assertThat(this.pair.fetch(1, Duration.ZERO)).isEmpty();
		this.pair.tell("a", "two");
		assertThat(this.pair.fetch(1, Duration.ZERO)).extracting(FeedEvent::id).containsExactly("2");
	}

	@Test
	void dropsAllThatIsTooOldHoweverMuch() {
		this.pair.teller.jdbc.sql("""
				insert into feed_event (position, type, subject, time, data)
				select n, 'told', 'a', timestamptz '2025-01-01 00:00:00Z', '{}' from generate_series(1, 25000) as n
				""").update();
		this.pair.teller.jdbc.sql("update feed_head set position = 25000").update();
		new FeedRetention(this.pair.table, Duration.ofDays(30), this.pair.clock).dropOld();
		assertThat(this.pair.table.dropped()).isEqualTo(25_000);
		assertThat(this.pair.table.after(0, 1)).isEmpty();
	}

	@Test
	void servesBatchesOfAtMostFiveHundred() {
		String[] words = new String[700];
		Arrays.fill(words, "x");
		this.pair.tell("a", words);
		assertThat(this.pair.fetch(0, Duration.ZERO)).hasSize(500);
		assertThat(this.pair.fetch(500, Duration.ZERO)).hasSize(200);
	}

	@Test
	void answersAtOnceWithoutTimeout() {
		assertThat(this.pair.fetch(0, Duration.ZERO)).isEmpty();
	}

	@Test
	void wakesWhoWaitsAsSoonAsSomethingIsCommitted() throws Exception {
		List<Duration> waits = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			long position = this.pair.table.head();
			FutureTask<Long> waiting = new FutureTask<>(() -> {
				assertThat(this.pair.fetch(position, Duration.ofSeconds(20))).hasSize(1);
				return System.nanoTime();
			});
			Thread waiter = Thread.ofPlatform().start(waiting);
			await().until(() -> waiter.getState() == Thread.State.TIMED_WAITING);
			this.pair.tell("a", "news");
			long committed = System.nanoTime();
			waits.add(Duration.ofNanos(waiting.get() - committed));
		}
		// Polling alone would need half a second on average.
		assertThat(waits.stream().sorted().toList().get(1)).isLessThan(Duration.ofMillis(150));
	}

}
