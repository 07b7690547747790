package dev.vigie.postmortem.incidents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
		applyAll(List.of(event));
	}

	@Override
	public void applyAll(List<FeedEvent> events) {
		Map<Long, IncidentChange> changes = new LinkedHashMap<>();
		for (FeedEvent event : events) {
			if (event.type().equals(IncidentChange.TYPE)) {
				changes.put(Long.parseLong(event.id()), this.json.treeToValue(event.data(), IncidentChange.class));
			}
			else if (event.type().equals(PersonErased.TYPE)) {
				keep(changes); // what comes later may name somebody else who is called so
				changes.clear();
				erase(event);
			}
		}
		keep(changes);
	}

	private void keep(Map<Long, IncidentChange> changes) {
		Set<Long> learned = changes.isEmpty() ? Set.of() : this.ledger.keep(changes);
		if (!learned.isEmpty()) {
			this.events.publishEvent(new IncidentLearned(learned));
		}
	}

	private void erase(FeedEvent event) {
		PersonErased erased = this.json.treeToValue(event.data(), PersonErased.class);
		if (!erased.person().equals(erased.pseudonym())) { // else it comes too late
			this.events.publishEvent(erased);
		}
	}

}
