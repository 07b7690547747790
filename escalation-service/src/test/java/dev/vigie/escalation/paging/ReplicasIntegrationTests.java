package dev.vigie.escalation.paging;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

import dev.vigie.escalation.FakeMailbox;
import dev.vigie.escalation.FakeNeighbours;
import dev.vigie.escalation.Neighbourhood;
import dev.vigie.escalation.page.PageDispatcher;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class ReplicasIntegrationTests {

	private static final int INCIDENTS = 500;

	private static final Duration LEASE = Duration.ofSeconds(60);

	private static final int RETRIES = 5;

	private static final int PATIENCE = 20;

	@Autowired
	private Firing firing;

	@Autowired
	private StepExecutor executor;

	@Autowired
	private PageDispatcher dispatcher;

	@Autowired
	private Neighbourhood neighbourhood;

	@Autowired
	private FakeMailbox mailbox;

	@Autowired
	private FakeNeighbours neighbours;

	@Autowired
	private SettableClock clock;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void everybodyIsThere() {
		this.neighbourhood.reset();
		this.neighbours.roster(Firing.ROSTER);
	}

	@Test
	void pageEachStepOfEachIncidentOnce() throws Exception {
		this.firing.policy("""
				[{"after": "0m", "notify": [{"onCall": "primary"}]}, {"after": "15m", "notify": [{"person": "grace"}]}]
				""");
		for (int incident = 0; incident < INCIDENTS; incident++) {
			this.firing.fires("host" + incident);
		}
		twoReplicasUntil(INCIDENTS);
		assertThat(this.mailbox.recipients()).containsOnly("ada@example.org");
		this.clock.advance(Duration.ofMinutes(15));
		twoReplicasUntil(2 * INCIDENTS);
		assertThat(queued()).isEqualTo(2 * INCIDENTS);
		assertThat(this.mailbox.mails().stream().map((mail) -> mail.to() + mail.subject()).distinct())
			.hasSize(2 * INCIDENTS);
		assertThat(this.mailbox.mails().stream().map(FakeMailbox.Mail::messageId).distinct()).hasSize(2 * INCIDENTS);
		// Each attempt writes once: a mail is repeated only where nobody could record the
		// first.
		assertThat(this.mailbox.mails()).hasSizeLessThanOrEqualTo(attempts());
	}

	@Test
	void neverPageAgainWhatWasAcknowledgedInTheMiddle() throws Exception {
		this.firing.policy("[{\"after\": \"0m\", \"notify\": [{\"onCall\": \"primary\"}, {\"person\": \"grace\"}]}]");
		List<Long> numbers = IntStream.range(0, 40).mapToObj((host) -> this.firing.fires("host" + host)).toList();
		try (ExecutorService replicas = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<?> paging = replicas.submit(() -> {
				while (this.executor.runDue() + this.dispatcher.runDue() > 0) {
					// until nothing is due
				}
			});
			numbers.forEach(this.firing::acknowledge);
			paging.get();
		}
		while (this.dispatcher.runDue() > 0) {
			// nothing may be left
		}
		assertThat(open()).isZero();
		int sent = this.mailbox.mails().size();
		this.clock.advance(Duration.ofHours(1));
		this.executor.runDue();
		this.dispatcher.runDue();
		assertThat(this.mailbox.mails()).hasSize(sent);
	}

	private void twoReplicasUntil(int pages) throws Exception {
		try (ExecutorService replicas = Executors.newVirtualThreadPerTaskExecutor()) {
			Callable<Void> executing = replica(() -> {
				this.executor.runDue();
				return queued() < pages;
			});
			List<Future<Void>> executed = List.of(replicas.submit(executing), replicas.submit(executing));
			Callable<Void> dispatching = replica(() -> {
				boolean queueing = !executed.stream().allMatch(Future::isDone);
				return this.dispatcher.runDue() > 0 || queueing;
			});
			List<Future<Void>> dispatched = List.of(replicas.submit(dispatching), replicas.submit(dispatching));
			for (Future<Void> done : Stream.of(executed, dispatched).flatMap(List::stream).toList()) {
				done.get();
			}
		}
		for (int retry = 0; delivered() < pages && retry < RETRIES; retry++) {
			this.clock.advance(LEASE);
			this.neighbourhood.closeCircuits(); // they go by the machine's clock, for
												// which no minute passed
			while (this.dispatcher.runDue() > 0) {
				// fifty at a time
			}
		}
		assertThat(delivered()).isEqualTo(pages);
	}

	// A busy database ends a look and not the replica, as it is with the workers.
	private static Callable<Void> replica(BooleanSupplier look) {
		return () -> {
			boolean more = true;
			int busy = 0;
			while (more) {
				try {
					more = look.getAsBoolean();
				}
				catch (TransactionException | DataAccessException failure) {
					if (++busy > PATIENCE) {
						throw failure;
					}
				}
			}
			return null;
		};
	}

	private int attempts() {
		return this.jdbc.sql("select sum(attempts) from page").query((row, _) -> row.getInt(1)).single();
	}

	private int queued() {
		return count("true");
	}

	private int delivered() {
		return count("status = 'DELIVERED'");
	}

	private int open() {
		return count("status in ('PENDING', 'SENDING')");
	}

	private int count(String condition) {
		return this.jdbc.sql("select count(*) from page where " + condition).query((row, _) -> row.getInt(1)).single();
	}

}
