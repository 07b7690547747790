package dev.vigie.escalation.page;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;

import com.zaxxer.hikari.HikariDataSource;

/**
 * Takes every connection of the program for itself, so that nobody else gets one.
 */
class BusyDatabase implements AutoCloseable {

	private static final int SOON = 250;

	private final Deque<Connection> taken = new ArrayDeque<>();

	private final HikariDataSource pool;

	private final long patience;

	BusyDatabase(HikariDataSource pool) {
		this.pool = pool;
		this.patience = pool.getConnectionTimeout();
		pool.setConnectionTimeout(SOON);
	}

	void busy() {
		try {
			while (this.pool.getHikariPoolMXBean().getActiveConnections() < this.pool.getMaximumPoolSize()) {
				this.taken.add(this.pool.getConnection());
			}
		}
		catch (SQLException failure) {
			throw new IllegalStateException(failure);
		}
	}

	void idle() {
		try {
			while (!this.taken.isEmpty()) {
				this.taken.pop().close();
			}
		}
		catch (SQLException failure) {
			throw new IllegalStateException(failure);
		}
	}

	@Override
	public void close() {
		idle();
		this.pool.setConnectionTimeout(this.patience);
	}

}
