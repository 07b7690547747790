package dev.vigie.oncall.rotation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Whose turn it is in a rotation, and how it goes on when the rotation is changed.
 *
 * @param rotation how it was
 * @param clock by which it was handed over
 * @param anchor where its order stood
 */
public record Order(Rotation rotation, WallClock clock, Anchor anchor) {

	/**
	 * Where the order of the changed rotation stands. Who has the turn keeps it, up to
	 * the hand-off that is nearest to the one they expected; if they are gone, it is that
	 * of the next who is left. A rotation that has not begun, and one whose start was set
	 * anew, is counted from its own start.
	 */
	public Anchor goOn(Rotation next, WallClock nextClock, Instant at) {
		Turns before = new Turns(this.rotation, this.clock, this.anchor);
		if (!this.rotation.start().equals(next.start()) || before.begin(0).isAfter(at)) {
			return Anchor.FIRST;
		}
		if (this.rotation.equals(next) && this.clock.equals(nextClock)) {
			return this.anchor;
		}
		long turn = before.at(at);
		int place = place(next.people(), turn);
		return new Anchor(nearest(new Turns(next, nextClock, Anchor.FIRST), before.end(turn), at), place);
	}

	private int place(List<Slot> next, long turn) {
		List<Slot> people = this.rotation.people();
		int place = this.anchor.placeAt(turn, people.size());
		for (int i = 0; i < people.size(); i++) {
			int found = find(next, people.get((place + i) % people.size()));
			if (found >= 0) {
				return found;
			}
		}
		return 0;
	}

	// A group that lost or won somebody is still the same turn.
	private static int find(List<Slot> slots, Slot wanted) {
		int exact = slots.indexOf(wanted);
		if (exact >= 0) {
			return exact;
		}
		for (int i = 0; i < slots.size(); i++) {
			if (slots.get(i).people().stream().anyMatch(wanted.people()::contains)) {
				return i;
			}
		}
		return -1;
	}

	private static long nearest(Turns turns, Instant expected, Instant at) {
		long around = turns.at(at);
		long nearest = around;
		for (long turn = Math.max(around - 1, 0); turn <= around + 1; turn++) {
			if (turns.end(turn).isAfter(at) && distance(turns, turn, expected) < distance(turns, nearest, expected)) {
				nearest = turn;
			}
		}
		return nearest;
	}

	private static long distance(Turns turns, long turn, Instant expected) {
		return Duration.between(turns.end(turn), expected).abs().toSeconds();
	}

}
