package dev.vigie.alertingest.delivery;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import dev.vigie.alertingest.alert.AlertIntake;
import dev.vigie.alertingest.alert.AlertReport;
import dev.vigie.alertingest.change.ChangeEvents;
import dev.vigie.alertingest.integration.IntegrationRef;
import dev.vigie.alertingest.sender.Reading;
import dev.vigie.shared.problem.DatabaseAway;
import dev.vigie.shared.problem.Unavailable;

/**
 * Commits concurrent deliveries together: whoever waits while one transaction is on its
 * way shares the next. Each is answered after the commit that holds it, so nothing is
 * less durable for it; what is saved is the wait for the disk, the statements, and the
 * lock on the feed's head.
 */
@Component
class GroupCommit implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);

	private static final int ATTEMPTS = 5;

	private static final Duration COME_AGAIN = Duration.ofSeconds(5);

	/**
	 * While one transaction waits for the disk, the next is on its way.
	 */
	private static final int COMMITTERS = 2;

	/**
	 * How many deliveries of one integration may wait.
	 */
	private static final int LONGEST_LANE = 1000;

	private static final int MOST_ENTRIES = 256;

	private static final int MOST_ALERTS = 5000;

	private final AlertIntake alerts;

	private final ChangeEvents changes;

	private final DeliveryTable deliveries;

	private final TransactionOperations transactions;

	private final InstantSource clock;

	private final Lanes<Waiting> queue = new Lanes<>(LONGEST_LANE);

	private final List<Thread> committers = new ArrayList<>();

	private volatile boolean running;

	GroupCommit(AlertIntake alerts, ChangeEvents changes, DeliveryTable deliveries, TransactionOperations transactions,
			InstantSource clock) {
		this.alerts = alerts;
		this.changes = changes;
		this.deliveries = deliveries;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * Returns when the entry is committed.
	 * @throws RuntimeException what kept it from being committed
	 */
	void commit(Entry entry) {
		Waiting waiting = new Waiting(entry, new CompletableFuture<>());
		if (!this.queue.offer(entry.integration().id(), waiting)) {
			throw new Unavailable("Too much of this integration waits to be stored; nothing was taken, send it again",
					COME_AGAIN);
		}
		try {
			waiting.done().join();
		}
		catch (CompletionException failed) {
			if (failed.getCause() instanceof RuntimeException cause) {
				throw cause;
			}
			throw failed;
		}
	}

	@Override
	public void start() {
		this.running = true;
		this.queue.open();
		for (int i = 0; i < COMMITTERS; i++) {
			// They are few and wait for the database most of the time: a virtual thread
			// would take turns with a poller for each of its answers.
			this.committers.add(Thread.ofPlatform().name("commit-" + i).start(this::run));
		}
	}

	@Override
	public void stop() {
		this.running = false;
		this.queue.close();
		for (Thread committer : this.committers) {
			try {
				committer.join();
			}
			catch (InterruptedException _) {
				Thread.currentThread().interrupt();
			}
		}
		this.committers.clear();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	private void run() {
		List<Waiting> batch = next();
		while (!batch.isEmpty()) {
			commitTogether(batch);
			batch = next();
		}
	}

	private List<Waiting> next() {
		return this.queue.take(MOST_ENTRIES, MOST_ALERTS, (waiting) -> waiting.entry().reading().alerts());
	}

	private void commitTogether(List<Waiting> batch) {
		try {
			store(batch.stream().map(Waiting::entry).toList());
		}
		catch (RuntimeException | Error failure) {
			if (batch.size() == 1 || DatabaseAway.isCauseOf(failure)) {
				batch.forEach((waiting) -> waiting.done().completeExceptionally(failure));
			}
			else {
				log.info("{} deliveries could not be committed together, now one by one: {}", batch.size(),
						failure.toString());
				batch.forEach((waiting) -> commitTogether(List.of(waiting)));
			}
			return;
		}
		batch.forEach((waiting) -> waiting.done().complete(null));
	}

	private void store(List<Entry> entries) {
		for (int attempt = 1;; attempt++) {
			try {
				this.transactions.executeWithoutResult((_) -> write(entries));
				return;
			}
			catch (ConcurrencyFailureException lost) {
				if (attempt == ATTEMPTS) {
					throw lost;
				}
				log.debug("{} deliveries are tried again: {}", entries.size(), lost.getMessage());
			}
		}
	}

	private void write(List<Entry> entries) {
		this.deliveries.insert(entries.stream()
			.map((entry) -> new DeliveryTable.Row(entry.integration().id(), entry.delivery(), entry.packed()))
			.toList());
		entries.forEach((entry) -> this.changes.record(entry.integration().id(), entry.reading().changes(),
				entry.delivery().receivedAt()));
		this.alerts.take(entries.stream().flatMap((entry) -> entry.reports().stream()).toList(), this.clock.instant());
	}

	/**
	 * One delivery that was understood.
	 */
	record Entry(IntegrationRef integration, Delivery delivery, Reading reading, byte @Nullable [] packed) {

		private List<AlertReport> reports() {
			return this.reading.parts()
				.stream()
				.map((part) -> new AlertReport(this.integration, part.group(), part.alerts(),
						this.delivery.receivedAt()))
				.toList();
		}

	}

	private record Waiting(Entry entry, CompletableFuture<@Nullable Void> done) {
	}

}
