package dev.vigie.shared.signal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Wakes whoever waits on a channel, in any replica, as soon as a transaction that sent
 * the signal has committed. A signal may be lost with a connection; so a waiter gives a
 * bound and looks again when it has passed.
 */
public class Signals implements SmartLifecycle {

	/**
	 * Sends a signal on {@code :channel}, for statements that have something else to do
	 * too: it costs a statement less than sending it alone.
	 */
	public static final String SEND = "pg_notify(current_schema() || '.' || :channel, '')";

	private static final Logger log = LoggerFactory.getLogger(Signals.class);

	private static final int LISTEN_MILLIS = 500;

	private static final long RECONNECT_NANOS = TimeUnit.SECONDS.toNanos(1);

	/**
	 * How long the next signals wait to be received together: under load there is one
	 * with every commit, and whoever the one before woke is still at work.
	 */
	private static final long GATHER_NANOS = TimeUnit.MILLISECONDS.toNanos(3);

	private final DataSource dataSource;

	private final JdbcClient jdbc;

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition changed = this.lock.newCondition();

	private final Map<String, Long> generations = new ConcurrentHashMap<>();

	private volatile boolean running;

	private @Nullable Thread listener;

	public Signals(DataSource dataSource, JdbcClient jdbc) {
		this.dataSource = dataSource;
		this.jdbc = jdbc;
	}

	/**
	 * Sends the signal with the commit of the current transaction, once however often it
	 * is asked for.
	 */
	public void send(String channel) {
		if (TransactionSynchronizationManager.isActualTransactionActive()
				&& TransactionSynchronizationManager.isSynchronizationActive() && !sent().channels.add(channel)) {
			return;
		}
		this.jdbc.sql("select " + SEND).param("channel", channel).query((_, _) -> channel).single();
	}

	private Sent sent() {
		Sent sent = (Sent) TransactionSynchronizationManager.getResource(this);
		if (sent == null) {
			sent = new Sent();
			TransactionSynchronizationManager.bindResource(this, sent);
			TransactionSynchronizationManager.registerSynchronization(sent);
		}
		return sent;
	}

	/**
	 * Take the ticket first, look for work second, wait on the ticket third: no signal is
	 * missed between the look and the wait.
	 */
	public Ticket ticket(String channel) {
		return new Ticket(channel, this.generations.getOrDefault(channel, 0L));
	}

	@Override
	public void start() {
		this.running = true;
		this.listener = Thread.ofVirtual().name("signals").start(this::listen);
	}

	@Override
	public void stop() {
		this.running = false;
		wakeAll();
		if (this.listener != null) {
			this.listener.interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	private void listen() {
		while (this.running) {
			try (Connection connection = this.dataSource.getConnection();
					Statement sql = connection.createStatement()) {
				connection.setAutoCommit(true);
				String prefix = connection.getSchema() + ".";
				PGConnection notifications = connection.unwrap(PGConnection.class);
				subscribe(sql, prefix);
				wakeAll(); // whatever was sent while nobody listened
				while (this.running) {
					receive(notifications, prefix);
				}
			}
			catch (SQLException failure) {
				log.info("Not listening for signals, polling goes on: {}", failure.getMessage());
				LockSupport.parkNanos(RECONNECT_NANOS);
			}
		}
	}

	// PostgreSQL cannot listen by pattern, so the few channels of a program are fixed.
	private static void subscribe(Statement sql, String prefix) throws SQLException {
		for (String channel : Channels.ALL) {
			sql.execute("listen \"" + prefix + channel + "\"");
		}
	}

	private void receive(PGConnection notifications, String prefix) throws SQLException {
		PGNotification[] received = notifications.getNotifications(LISTEN_MILLIS);
		if (received == null) {
			return;
		}
		for (PGNotification notification : received) {
			wake(notification.getName().substring(prefix.length()));
		}
		LockSupport.parkNanos(GATHER_NANOS);
	}

	private void wake(String channel) {
		this.lock.lock();
		try {
			this.generations.merge(channel, 1L, Long::sum);
			this.changed.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	private void wakeAll() {
		Channels.ALL.forEach(this::wake);
	}

	/**
	 * The channels the current transaction has sent on already.
	 */
	private final class Sent implements TransactionSynchronization {

		private final Set<String> channels = new HashSet<>();

		@Override
		public void suspend() {
			TransactionSynchronizationManager.unbindResource(Signals.this);
		}

		@Override
		public void resume() {
			TransactionSynchronizationManager.bindResource(Signals.this, this);
		}

		@Override
		public void savepointRollback(Object savepoint) {
			this.channels.clear(); // what was sent since is taken back
		}

		@Override
		public void beforeCompletion() {
			TransactionSynchronizationManager.unbindResource(Signals.this);
		}

	}

	/**
	 * The state of a channel at one moment.
	 */
	public final class Ticket {

		private final String channel;

		private final long generation;

		private Ticket(String channel, long generation) {
			this.channel = channel;
			this.generation = generation;
		}

		/**
		 * Waits until the channel was signalled since the ticket was taken, the time is
		 * up, or the program stops.
		 */
		public void await(Duration atMost) throws InterruptedException {
			long left = atMost.toNanos();
			Signals.this.lock.lockInterruptibly();
			try {
				while (left > 0 && Signals.this.running && unchanged()) {
					left = Signals.this.changed.awaitNanos(left);
				}
			}
			finally {
				Signals.this.lock.unlock();
			}
		}

		/**
		 * Whether the channel has not been signalled since the ticket was taken.
		 */
		public boolean unchanged() {
			return Signals.this.generations.getOrDefault(this.channel, 0L) == this.generation;
		}

	}

}
