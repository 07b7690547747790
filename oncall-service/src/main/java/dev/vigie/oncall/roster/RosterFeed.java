package dev.vigie.oncall.roster;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import dev.vigie.shared.document.DocumentChanged;
import dev.vigie.shared.feed.Feed;

/**
 * Tells other programs that the roster is another: enough to know what to read again.
 */
@Component
class RosterFeed {

	private final Feed feed;

	RosterFeed(Feed feed) {
		this.feed = feed;
	}

	@EventListener
	void append(DocumentChanged change) {
		this.feed.append("dev.vigie.roster.changed", change.kind() + "/" + change.name(), change);
	}

}
