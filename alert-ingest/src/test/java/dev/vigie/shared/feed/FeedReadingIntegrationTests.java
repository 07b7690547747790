package dev.vigie.shared.feed;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.support.TransactionTemplate;

import dev.vigie.testsupport.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FeedReadingIntegrationTests {

	private final FeedPair pair = new FeedPair();

	@AfterEach
	void close() {
		this.pair.close();
	}

	@Test
	void takesEachEventOnceAndInOrderWithTwoReplicasWhileManyWrite() throws Exception {
		AtomicBoolean writing = new AtomicBoolean(true);
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<? extends Future<?>> writers = Stream.of("a", "b", "c", "d")
				.map((subject) -> threads.submit(() -> writeMany(subject)))
				.toList();
			List<? extends Future<?>> replicas = Stream.of(this.pair.replica(), this.pair.replica())
				.map((replica) -> threads.submit(() -> {
					while (writing.get()) {
						replica.readOnce(Duration.ofMillis(20));
					}
					this.pair.readAll(replica);
				}))
				.toList();
			for (Future<?> writer : writers) {
				writer.get();
			}
			writing.set(false);
			for (Future<?> replica : replicas) {
				replica.get();
			}
		}
		assertThat(this.pair.takenPositions()).hasSize(4 * 75 * 2).containsExactlyElementsOf(upTo(4 * 75 * 2));
	}

	@Test
	void takesEachEventOnceWhenItDiesBetweenApplyAndCommit() {
		tellNumbers(60);
		AtomicInteger deaths = new AtomicInteger();
		this.pair.troubles.add((event) -> {
			if (event.position() % 20 == 10 && deaths.getAndIncrement() < 5) {
				killTheReadersConnection();
			}
		});
		FeedReader replica = this.pair.replica();
		while (this.pair.place.read(FeedPair.FEED) < 60) {
			try {
				replica.readOnce(Duration.ZERO);
			}
			catch (RuntimeException _) {
				// Its loop tries again.
			}
		}
		assertThat(deaths).hasValueGreaterThanOrEqualTo(5);
		assertThat(this.pair.takenPositions()).containsExactlyElementsOf(upTo(60));
		assertThat(this.pair.place.countParked(FeedPair.FEED)).isZero();
	}

	@Test
	void takesEachEventOnceWhenRandomConnectionsDie() throws Exception {
		tellNumbers(2000);
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<?> killer = threads.submit(() -> {
				for (int i = 0; i < 15; i++) {
					TestDatabase.execute(this.pair.teller.url, """
							select pg_terminate_backend(pid) from pg_stat_activity
							where datname = '%s' and backend_type = 'client backend'
							""".formatted(this.pair.reader.url.replaceAll(".*/([a-z0-9_]+)\\?.*", "$1")));
				}
			});
			List<? extends Future<?>> replicas = Stream.of(this.pair.replica(), this.pair.replica())
				.map((replica) -> threads.submit(() -> readUntil(replica, 2000)))
				.toList();
			killer.get();
			for (Future<?> replica : replicas) {
				replica.get();
			}
		}
		assertThat(this.pair.takenPositions()).containsExactlyElementsOf(upTo(2000));
		assertThat(this.pair.place.countParked(FeedPair.FEED)).isZero();
	}

	@Test
	void parksWhatCannotBeAppliedAndWhatComesBehindIt() {
		Set<String> poison = poison("bad");
		this.pair.tell("a", "one");
		this.pair.tell("b", "bad", "behind");
		this.pair.tell("a", "two");
		this.pair.readAll(this.pair.replica());
		this.pair.tell("b", "later");
		this.pair.tell("c", "three");
		this.pair.readAll(this.pair.replica());
		assertThat(this.pair.takenWords()).containsExactly("one", "two", "three");
		assertThat(this.pair.place.countParked(FeedPair.FEED)).isEqualTo(3);
		assertThat(this.pair.replica().replayParked()).isZero();
		poison.clear();
		assertThat(this.pair.replica().replayParked()).isEqualTo(3);
		assertThat(this.pair.takenWords()).containsExactly("one", "two", "three", "bad", "behind", "later");
		this.pair.tell("b", "afterwards");
		this.pair.readAll(this.pair.replica());
		assertThat(this.pair.takenWords()).endsWith("afterwards");
		assertThat(this.pair.place.countParked(FeedPair.FEED)).isZero();
	}

	@Test
	void replaysOneSubjectWhileAnotherStillFails() {
		Set<String> poison = poison("bad", "worse");
		this.pair.tell("a", "bad", "behind bad");
		this.pair.tell("b", "worse", "behind worse");
		this.pair.readAll(this.pair.replica());
		poison.remove("worse");
		assertThat(this.pair.replica().replayParked()).isEqualTo(2);
		assertThat(this.pair.takenWords()).containsExactly("worse", "behind worse");
	}

	@Test
	void parksAnEventWhoseFailureCannotBeStoredAsItIs() {
		this.pair.troubles.add((event) -> {
			throw new IllegalArgumentException("\0".repeat(3) + "x".repeat(1_000_000));
		});
		this.pair.tell("a", "one");
		this.pair.readAll(this.pair.replica());
		assertThat(this.pair.place.countParked(FeedPair.FEED)).isEqualTo(1);
	}

	@Test
	void parksAnEventThatTheDatabaseWillNeverTake() {
		this.pair.reader.jdbc.sql("create index on taken (word)").update();
		String random = ThreadLocalRandom.current()
			.ints(20_000, '!', '~')
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
		this.pair.tell("a", random);
		this.pair.tell("b", "one");
		this.pair.readAll(this.pair.replica());
		assertThat(this.pair.takenWords()).containsExactly("one");
		assertThat(this.pair.place.countParked(FeedPair.FEED)).isEqualTo(1);
	}

	@Test
	void parksAnEventWhoseFailureTheHandlerHid() {
		TransactionTemplate inner = new TransactionTemplate(this.pair.reader.manager);
		this.pair.troubles.add((event) -> {
			if (event.subject().equals("a")) {
				try {
					inner.executeWithoutResult((_) -> {
						throw new DataIntegrityViolationException("refused");
					});
				}
				catch (DataIntegrityViolationException _) {
					// hidden, but the transaction is lost
				}
			}
		});
		this.pair.tell("a", "one");
		this.pair.tell("b", "two");
		this.pair.readAll(this.pair.replica());
		assertThat(this.pair.takenWords()).containsExactly("two");
	}

	@Test
	void comesBackToAnEventThatFailsForAWhile() {
		AtomicInteger failures = new AtomicInteger();
		this.pair.troubles.add((event) -> {
			if (failures.getAndIncrement() < 3) {
				throw new QueryTimeoutException("busy");
			}
		});
		this.pair.tell("a", "one");
		FeedReader replica = this.pair.replica();
		for (int i = 0; i < 3; i++) {
			assertThatExceptionOfType(QueryTimeoutException.class).isThrownBy(() -> replica.readOnce(Duration.ZERO));
		}
		assertThat(replica.readOnce(Duration.ZERO)).isEqualTo(1);
		assertThat(this.pair.takenWords()).containsExactly("one");
	}

	private void writeMany(String subject) {
		for (int i = 0; i < 100; i++) {
			int number = i;
			this.pair.teller.transactions.executeWithoutResult((status) -> {
				this.pair.append(subject, number + "a", number + "b");
				if (number % 4 == 0) {
					status.setRollbackOnly();
				}
			});
		}
	}

	private void tellNumbers(int count) {
		this.pair.teller.transactions.executeWithoutResult((_) -> {
			for (int i = 1; i <= count; i++) {
				this.pair.feed.append("told", "subject-" + i % 7, Map.of("word", String.valueOf(i)));
			}
		});
	}

	private Set<String> poison(String... words) {
		Set<String> poison = ConcurrentHashMap.newKeySet();
		poison.addAll(List.of(words));
		this.pair.troubles.add((event) -> {
			if (poison.contains(event.data().get("word").asString())) {
				throw new IllegalArgumentException("cannot be applied");
			}
		});
		return poison;
	}

	private void killTheReadersConnection() {
		int pid = this.pair.reader.jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
		TestDatabase.execute(this.pair.teller.url, "select pg_terminate_backend(" + pid + ")");
	}

	private void readUntil(FeedReader replica, long position) {
		while (placeOrZero() < position) {
			try {
				replica.readOnce(Duration.ZERO);
			}
			catch (RuntimeException _) {
				// Its loop tries again.
			}
		}
	}

	private long placeOrZero() {
		try {
			return this.pair.place.read(FeedPair.FEED);
		}
		catch (RuntimeException _) {
			return 0;
		}
	}

	private static List<Long> upTo(long last) {
		return LongStream.rangeClosed(1, last).boxed().toList();
	}

}
