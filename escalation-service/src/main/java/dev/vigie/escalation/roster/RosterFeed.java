package dev.vigie.escalation.roster;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import dev.vigie.shared.feed.FeedEvent;
import dev.vigie.shared.feed.FeedHandler;

/**
 * Hears that the roster is another now, and asks for it at once: an override counts for
 * the very next page. Hears also who was erased.
 */
@Component
class RosterFeed implements FeedHandler {

	private static final Logger log = LoggerFactory.getLogger(RosterFeed.class);

	private final Roster roster;

	private final ApplicationEventPublisher events;

	private volatile boolean changed;

	RosterFeed(Roster roster, ApplicationEventPublisher events) {
		this.roster = roster;
		this.events = events;
	}

	@Override
	public String feed() {
		return "oncall-service";
	}

	@Override
	public void apply(FeedEvent event) {
		switch (event.type()) {
			case "dev.vigie.roster.changed" -> this.changed = true;
			case "dev.vigie.person.erased" -> tellErased(event);
			default -> {
				// for others
			}
		}
	}

	private void tellErased(FeedEvent event) {
		String pseudonym = event.data().path("pseudonym").asString();
		if (event.data().hasNonNull("person")) {
			this.events.publishEvent(new PersonErased(event.data().path("person").asString(), pseudonym));
		}
		else {
			log.warn("It comes too late that somebody is {} now: the feed does not say any more who it was", pseudonym);
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
