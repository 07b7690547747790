package dev.vigie.escalation.paging;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

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
		assertThat(this.mailbox.recipients()).hasSize(INCIDENTS).containsOnly("ada@example.org");
		this.clock.advance(Duration.ofMinutes(15));
		twoReplicasUntil(2 * INCIDENTS);
		assertThat(this.mailbox.mails()).hasSize(2 * INCIDENTS);
		assertThat(this.mailbox.mails().stream().map(FakeMailbox.Mail::messageId)).doesNotHaveDuplicates();
		assertThat(this.mailbox.mails().stream().map((mail) -> mail.to() + mail.subject())).doesNotHaveDuplicates();
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
			Callable<Void> executing = () -> {
				while (queued() < pages) {
					this.executor.runDue();
				}
				return null;
			};
			Callable<Void> dispatching = () -> {
				while (delivered() < pages) {
					this.dispatcher.runDue();
				}
				return null;
			};
			for (Future<Void> done : replicas.invokeAll(List.of(executing, executing, dispatching, dispatching))) {
				done.get();
			}
		}
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
