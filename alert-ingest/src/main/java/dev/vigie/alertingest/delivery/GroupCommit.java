package dev.vigie.alertingest.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import dev.vigie.alertingest.admission.Admission;
import dev.vigie.alertingest.alert.AlertReport;
import dev.vigie.alertingest.integration.IntegrationRef;
import dev.vigie.alertingest.sender.Reading;
import dev.vigie.shared.problem.DatabaseAway;
import dev.vigie.shared.problem.Unavailable;

/**
 * Commits concurrent deliveries together: whoever waits while one transaction is on its
 * way shares the next. Each is answered after the commit that holds it, so nothing is
 * less durable for it; what is saved is the wait for the disk, the statements, and the
 * lock on the feed's head. Whoever waits too long is told to come again.
 */
@Component
class GroupCommit implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);

	private static final Duration COME_AGAIN = Duration.ofSeconds(5);

	/**
	 * How long somebody waits for a commit that has begun: as long as a patient sender,
	 * as it will mostly succeed. If not in time, the repeat changes nothing.
	 */
	private static final Duration ON_ITS_WAY = Duration.ofSeconds(20);

	/**
	 * How many deliveries of one integration may wait.
	 */
	static final int LONGEST_LANE = 1000;

	/**
	 * How many bytes of bodies may wait, all lanes together.
	 */
	private static final int HEAVIEST = 64 * 1024 * 1024;

	private static final int MOST_ENTRIES = 256;

	private static final int MOST_ALERTS = 5000;

	private final Ledger ledger;

	private final Admission admission;

	private final Duration patience;

	private final Lanes<Waiting> queue = new Lanes<>(LONGEST_LANE, HEAVIEST,
			(waiting) -> waiting.entry().delivery().size());

	private final Turns turns = new Turns(Duration.ofMillis(50));

	private final List<Thread> committers = new ArrayList<>();

	private volatile boolean running;

	GroupCommit(Ledger ledger, Admission admission, IngestProperties properties) {
		this.ledger = ledger;
		this.admission = admission;
		this.patience = properties.patience();
	}

	/**
	 * Returns when the entry is committed.
	 * @throws RuntimeException what kept it from being committed
	 */
	void commit(Entry entry) {
		this.admission.enter();
		Waiting waiting = new Waiting(entry);
		if (!this.queue.offer(entry.integration().id(), waiting)) {
			throw new Unavailable("Too much of this integration waits to be stored; nothing was taken, send it again",
					COME_AGAIN);
		}
		if (waiting.isDoneWithin(this.patience)) {
			return;
		}
		if (this.queue.remove(entry.integration().id(), waiting)) {
			throw new Unavailable("It could not be stored in time; nothing was taken, send it again", COME_AGAIN);
		}
		if (!waiting.isDoneWithin(ON_ITS_WAY)) {
			throw new Unavailable("It is not known yet whether it could be stored; send it again", COME_AGAIN);
		}
	}

	/**
	 * Stores a delivery that has no alerts.
	 */
	void leave(DeliveryTable.Row row) {
		this.admission.enter();
		this.admission.commit(() -> this.ledger.leave(row));
	}

	@Override
	public void start() {
		this.running = true;
		this.queue.open();
		for (int i = 0; i < Admission.COMMITTERS; i++) {
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
		while (this.turns.take(this::commitNext)) {
			// goes on until the queue is closed and empty
		}
	}

	private boolean commitNext() {
		List<Waiting> batch = next();
		if (!batch.isEmpty()) {
			commitTogether(batch);
		}
		return !batch.isEmpty();
	}

	private List<Waiting> next() {
		return this.queue.take(MOST_ENTRIES, MOST_ALERTS, (waiting) -> waiting.entry().reading().alerts());
	}

	private void commitTogether(List<Waiting> batch) {
		try {
			this.admission.commit(() -> this.ledger.store(batch.stream().map(Waiting::entry).toList()));
		}
		catch (RuntimeException | Error failure) {
			if (batch.size() == 1 || DatabaseAway.isCauseOf(failure)) {
				batch.forEach((waiting) -> waiting.failed(failure));
			}
			else {
				log.info("{} deliveries could not be committed together, now one by one: {}", batch.size(),
						failure.toString());
				batch.forEach((waiting) -> commitTogether(List.of(waiting)));
			}
			return;
		}
		batch.forEach(Waiting::stored);
	}

	/**
	 * One delivery that was understood.
	 */
	record Entry(IntegrationRef integration, Delivery delivery, Reading reading, Kept kept) {

		List<AlertReport> reports() {
			return this.reading.parts()
				.stream()
				.map((part) -> new AlertReport(this.integration, part.group(), part.alerts(),
						this.delivery.receivedAt()))
				.toList();
		}

	}

}
