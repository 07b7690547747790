package dev.vigie.escalation.roster;

import org.springframework.stereotype.Component;

import dev.vigie.shared.feed.FeedEvent;
import dev.vigie.shared.feed.FeedHandler;

/**
 * Hears that the roster is another now, and asks for it at once: an override counts for
 * the very next page.
 */
@Component
class RosterFeed implements FeedHandler {

	private final Roster roster;

	private volatile boolean changed;

	RosterFeed(Roster roster) {
		this.roster = roster;
	}

	@Override
	public String feed() {
		return "oncall-service";
	}

	@Override
	public void apply(FeedEvent event) {
		if (event.type().equals("dev.vigie.roster.changed")) {
			this.changed = true;
		}
	}

	@Override
	public void afterBatch() {
		if (this.changed) {
			this.changed = false;
			this.roster.refresh();
		}
	}

}
