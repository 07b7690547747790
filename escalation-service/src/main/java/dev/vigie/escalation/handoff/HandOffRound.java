package dev.vigie.escalation.handoff;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.handoff.HandOffTable.Key;
import dev.vigie.escalation.roster.Roster;
import dev.vigie.escalation.roster.RosterView;
import dev.vigie.escalation.roster.Rota;

/**
 * Looks for shift changes that nobody has recorded, and for hand-offs that nobody has
 * taken over. Asks oncall-service only when there seems to be a change, and before any
 * transaction.
 */
@Component
class HandOffRound {

	private static final Logger log = LoggerFactory.getLogger(HandOffRound.class);

	/**
	 * How far back a change is looked for that was missed while this program was away.
	 */
	static final Duration BACK = Duration.ofDays(1);

	private final Roster roster;

	private final HandOffTable table;

	private final HandOffs handOffs;

	private final InstantSource clock;

	HandOffRound(Roster roster, HandOffTable table, HandOffs handOffs, InstantSource clock) {
		this.roster = roster;
		this.table = table;
		this.handOffs = handOffs;
		this.clock = clock;
	}

	void run() {
		Instant now = this.clock.instant();
		RosterView stored = this.roster.stored();
		Set<Key> known = this.table.known(now.minus(BACK));
		if (!news(stored, known, now).isEmpty()) {
			// It may be moments old, and an override may have come since.
			RosterView asked = this.roster.refresh();
			news(asked, known, now).forEach((found) -> record(found, asked));
		}
		this.table.overdue(now).forEach((id) -> attempt("tell of " + id, () -> this.handOffs.tellUntaken(id, stored)));
	}

	private static List<Found> news(RosterView roster, Set<Key> known, Instant now) {
		Instant after = roster.knownFrom().filter((from) -> from.isAfter(now.minus(BACK))).orElse(now.minus(BACK));
		List<Found> news = new ArrayList<>();
		for (Rota rota : roster.rotas()) {
			ShiftChanges.of(rota, after, now)
				.stream()
				.filter((change) -> !known.contains(Key.of(change)))
				.forEach((change) -> news.add(new Found(change, rota)));
		}
		news.sort(Comparator.comparing((found) -> found.change().at()));
		return news;
	}

	private void record(Found found, RosterView roster) {
		attempt("record " + found.change(), () -> this.handOffs.record(found.change(), found.rota(), roster));
	}

	// One that fails must not keep the others from being told.
	private static void attempt(String what, Runnable work) {
		try {
			work.run();
		}
		catch (RuntimeException failure) {
			log.error("A hand-off failed and is tried again: {}", what, failure);
		}
	}

	private record Found(ShiftChange change, Rota rota) {
	}

}
