package dev.vigie.shared.problem;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;

/**
 * Recognises a failure that is the database's and not that of the work: the connection
 * broke, in the middle of a statement or of a rollback, the server went down, or it
 * cannot write because its disk is full, it is out of memory or connections, or it is
 * read-only.
 */
public final class DatabaseAway {

	/**
	 * Classes of SQLSTATE: connection exception, insufficient resources, operator
	 * intervention, system error.
	 */
	private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

	private static final String READ_ONLY = "25006";

	private DatabaseAway() {
	}

	public static boolean isCauseOf(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLException sql && isAway(sql)) {
				return true;
			}
		}
		return false;
	}

	// The server always gives a state; none at all is the pool's word for a closed
	// connection.
	private static boolean isAway(SQLException failure) {
		String state = failure.getSQLState();
		return state == null || state.equals(READ_ONLY)
				|| (state.length() == 5 && CLASSES.contains(state.substring(0, 2)))
				|| failure.getCause() instanceof IOException;
	}

}
