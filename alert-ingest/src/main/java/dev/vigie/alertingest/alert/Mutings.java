package dev.vigie.alertingest.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Everything that mutes, kept in memory for as long as its edition is the same. The
 * edition changes in the transaction that changes what mutes; so whoever reads it in a
 * transaction of its own knows all that was committed before, in whatever replica.
 */
@Component
class Mutings {

	private final List<Muting> mutings;

	private volatile @Nullable Kept kept;

	Mutings(List<Muting> mutings) {
		this.mutings = List.copyOf(mutings);
	}

	/**
	 * What mutes at an instant, in their turns.
	 */
	List<Muting.Session> at(Instant now) {
		return sessions(read(), now);
	}

	/**
	 * What mutes at an instant, in their turns.
	 * @param edition the one that the current transaction sees; empty if nothing was ever
	 * changed
	 */
	List<Muting.Session> at(Instant now, Optional<UUID> edition) {
		Kept known = this.kept;
		if (known == null || !known.edition().equals(edition)) {
			// Read after the edition: it may be newer than that says, and is then read
			// once too often, but never older.
			known = new Kept(edition, read());
			this.kept = known;
		}
		return sessions(known.rules(), now);
	}

	private List<Muting.Rules> read() {
		return this.mutings.stream().map(Muting::read).toList();
	}

	private static List<Muting.Session> sessions(List<Muting.Rules> rules, Instant now) {
		return rules.stream().map((each) -> each.at(now)).toList();
	}

	private record Kept(Optional<UUID> edition, List<Muting.Rules> rules) {
	}

}
