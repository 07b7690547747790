package dev.vigie.shared.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

class FeedWritingIntegrationTests {

	private static final int WRITERS = 8;

	private static final int TRANSACTIONS = 100;

	private final FeedPair pair = new FeedPair();

	@AfterEach
	void close() {
		this.pair.close();
	}

	@Test
	void showsEventsInOrderAndWithoutGapsWhileManyCommitAndSomeRollBack() throws Exception {
		List<FeedEvent> seen = new ArrayList<>();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<?>> writers = new ArrayList<>();
			for (int writer = 0; writer < WRITERS; writer++) {
				String subject = "writer-" + writer;
				writers.add(threads.submit(() -> writeMany(subject)));
			}
			while (!writers.stream().allMatch(Future::isDone)) {
				seen.addAll(after(seen));
			}
			for (Future<?> writer : writers) {
				writer.get();
			}
		}
		for (List<FeedEvent> more = after(seen); !more.isEmpty(); more = after(seen)) {
			seen.addAll(more);
		}
		int committed = WRITERS * TRANSACTIONS * 3 / 4;
		assertThat(seen).extracting(FeedEvent::position)
			.containsExactlyElementsOf(LongStream.rangeClosed(1, 2L * committed).boxed().toList());
		assertThat(seen).filteredOn((event) -> event.subject().equals("writer-3"))
			.extracting((event) -> event.data().get("word").asString())
			.containsExactlyElementsOf(expectedWords());
	}

	@Test
	void hidesWhatWasCommittedLaterUntilASlowCommitIsThrough() throws Exception {
		CountDownLatch numbered = new CountDownLatch(1);
		CountDownLatch go = new CountDownLatch(1);
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<?> slow = threads.submit(() -> this.pair.teller.transactions.executeWithoutResult((_) -> {
				this.pair.append("slow", "first");
				afterNumbering(numbered, go);
			}));
			numbered.await();
			Future<?> quick = threads.submit(() -> this.pair.tell("quick", "second"));
			awaitWaitingForLock();
			assertThat(this.pair.table.after(0, 10)).isEmpty();
			assertThat(quick).isNotDone();
			go.countDown();
			slow.get();
			quick.get();
		}
		assertThat(this.pair.table.after(0, 10)).extracting(FeedEvent::subject).containsExactly("slow", "quick");
	}

	@Test
	void leavesNoGapWhenATransactionRollsBackAfterNumbering() {
		this.pair.tell("a", "one");
		assertThatIllegalStateException().isThrownBy(() -> this.pair.teller.transactions.executeWithoutResult((_) -> {
			this.pair.append("b", "lost");
			TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
				@Override
				public void beforeCommit(boolean readOnly) {
					throw new IllegalStateException("too late");
				}
			});
		}));
		this.pair.tell("c", "two");
		assertThat(this.pair.table.after(0, 10)).extracting(FeedEvent::id).containsExactly("1", "2");
	}

	@Test
	void isWrittenInATransactionOrNotAtAll() {
		assertThatIllegalStateException().isThrownBy(() -> this.pair.append("a", "one"));
	}

	@Test
	void keepsTheTimeOfAnEventInTheHourThatComesTwice() {
		TimeZone before = TimeZone.getDefault();
		TimeZone.setDefault(TimeZone.getTimeZone("Europe/Paris"));
		try (FeedPair paris = new FeedPair()) {
			for (String time : List.of("2026-10-25T00:30:00.123456Z", "2026-10-25T01:30:00Z")) {
				paris.clock.set(Instant.parse(time));
				paris.tell("a", "one");
				assertThat(paris.table.after(paris.table.head() - 1, 1).getFirst().time())
					.isEqualTo(Instant.parse(time));
			}
		}
		finally {
			TimeZone.setDefault(before);
		}
	}

	private void writeMany(String subject) {
		for (int i = 0; i < TRANSACTIONS; i++) {
			int number = i;
			this.pair.teller.transactions.executeWithoutResult((status) -> {
				this.pair.append(subject, number + "a", number + "b");
				if (number % 4 == 0) {
					status.setRollbackOnly();
				}
			});
		}
	}

	private static List<String> expectedWords() {
		List<String> words = new ArrayList<>();
		for (int i = 0; i < TRANSACTIONS; i++) {
			if (i % 4 != 0) {
				words.add(i + "a");
				words.add(i + "b");
			}
		}
		return words;
	}

	private List<FeedEvent> after(List<FeedEvent> seen) {
		return this.pair.table.after(seen.isEmpty() ? 0 : seen.getLast().position(), 50);
	}

	private static void afterNumbering(CountDownLatch numbered, CountDownLatch go) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void beforeCommit(boolean readOnly) {
				numbered.countDown();
				try {
					go.await(30, TimeUnit.SECONDS);
				}
				catch (InterruptedException interrupted) {
					throw new IllegalStateException(interrupted);
				}
			}
		});
	}

	private void awaitWaitingForLock() {
		await().until(() -> this.pair.teller.jdbc.sql("""
				select count(*) > 0 from pg_stat_activity
				where datname = current_database() and wait_event_type = 'Lock'
				""").query(Boolean.class).single());
	}

}
