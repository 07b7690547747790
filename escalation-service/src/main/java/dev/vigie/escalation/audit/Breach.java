package dev.vigie.escalation.audit;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A promise that is not kept.
 *
 * @param count how often
 * @param incidents the numbers of the first of the incidents it is not kept for
 * @param since when what is longest overdue was due, null where nothing ever was
 */
record Breach(Kind kind, long count, List<Long> incidents, @Nullable Instant since) {

	Breach {
		incidents = List.copyOf(incidents);
	}

	/**
	 * What is promised.
	 */
	enum Kind {

		/**
		 * Whatever is due is done: steps, acknowledgements that expire, snoozes that end.
		 */
		OVERDUE_INCIDENT,

		/**
		 * An incident that nobody has taken is due, or says why it is not.
		 */
		FORGOTTEN_INCIDENT,

		/**
		 * A page goes out when its time has come.
		 */
		OVERDUE_PAGE;

		String word() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
