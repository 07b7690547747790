package dev.vigie.shared.feed;

import java.sql.SQLException;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.UnexpectedRollbackException;

import dev.vigie.shared.problem.DatabaseAway;

/**
 * Tells a failure that passes, and is waited out, from one that an event will meet again
 * and again.
 */
final class FeedFailures {

	/**
	 * Classes of SQLSTATE: connection, transaction state, rolled back by the server, out
	 * of resources, busy, operator, system.
	 */
	private static final Set<String> PASSING = Set.of("08", "25", "40", "53", "55", "57", "58");

	/**
	 * Somebody went on in a transaction that had failed: the cause lies in the event.
	 */
	private static final String IN_FAILED_TRANSACTION = "25P02";

	private static final int LONGEST_TEXT = 2000;

	private FeedFailures() {
	}

	static boolean isPassing(RuntimeException failure) {
		if (DatabaseAway.isCauseOf(failure)) {
			return true; // a rollback over a dead connection hides what came first
		}
		String state = sqlState(failure);
		if (state != null) {
			return PASSING.contains(state.substring(0, 2)) && !state.equals(IN_FAILED_TRANSACTION);
		}
		return failure instanceof TransientDataAccessException || failure instanceof DataAccessResourceFailureException
				|| failure instanceof RecoverableDataAccessException
				|| (failure instanceof TransactionException && !(failure instanceof UnexpectedRollbackException));
	}

	/**
	 * The failure in words that can be stored.
	 */
	static String text(RuntimeException failure) {
		return failure.toString()
			.codePoints()
			.filter((point) -> point != 0)
			.limit(LONGEST_TEXT)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

	private static @Nullable String sqlState(RuntimeException failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLException sql && sql.getSQLState() != null && sql.getSQLState().length() == 5) {
				return sql.getSQLState();
			}
		}
		return null;
	}

}
