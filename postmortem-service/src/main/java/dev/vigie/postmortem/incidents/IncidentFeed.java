package dev.vigie.postmortem.incidents;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import dev.vigie.shared.feed.FeedEvent;
import dev.vigie.shared.feed.FeedHandler;

/**
 * Reads the feed of escalation-service. Events of a kind it does not know are for others.
 */
@Component
class IncidentFeed implements FeedHandler {

	private final IncidentLedger ledger;

	private final JsonMapper json;

	private final ApplicationEventPublisher events;

	IncidentFeed(IncidentLedger ledger, JsonMapper json, ApplicationEventPublisher events) {
		this.ledger = ledger;
		this.json = json;
		this.events = events;
	}

	@Override
	public String feed() {
		return "escalation-service";
	}

	@Override
	public void apply(FeedEvent event) {
		if (!event.type().equals(IncidentChange.TYPE)) {
			return;
		}
		IncidentChange change = this.json.treeToValue(event.data(), IncidentChange.class);
		if (this.ledger.keep(Long.parseLong(event.id()), change)) {
			this.events.publishEvent(new IncidentLearned(change.incident().number()));
		}
	}

}
