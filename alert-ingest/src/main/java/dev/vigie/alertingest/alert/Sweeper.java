package dev.vigie.alertingest.alert;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Sees to alerts that time changes: those that their sender forgot, and those whose
 * muting has ended.
 */
@Component
public class Sweeper {

	private static final int SLICE = 200;

	private static final AlertKey FIRST = new AlertKey(new UUID(0, 0), "");

	private final Sweep sweep;

	Sweeper(Sweep sweep) {
		this.sweep = sweep;
	}

	/**
	 * Does what is due.
	 */
	public void runDue() {
		endStale();
		tellDue();
	}

	/**
	 * Ends what senders did not repeat in time.
	 */
	void endStale() {
		int ended;
		do {
			ended = this.sweep.endStale(SLICE);
		}
		while (ended == SLICE);
	}

	/**
	 * Tells of what nothing mutes any more.
	 */
	void tellDue() {
		tellUntold(false);
	}

	/**
	 * Asks about everything that is muted: what mutes it may have changed and last.
	 */
	public void askAgain() {
		tellUntold(true);
	}

	private void tellUntold(boolean all) {
		for (@Nullable
		AlertKey place = FIRST; place != null;) {
			place = this.sweep.tellUntold(place, SLICE, all);
		}
	}

}
