package dev.vigie.escalation.subscription;

import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.document.DocumentStore;
import dev.vigie.escalation.document.Documents;
import dev.vigie.escalation.document.Stored;
import dev.vigie.escalation.incident.IncidentFacts;
import dev.vigie.shared.document.Change;

/**
 * All subscriptions, and whom they bring to an incident.
 */
@Component
class Subscriptions extends Documents<SubscriptionSpec> {

	Subscriptions(DocumentStore store) {
		super(new Type<>("Subscription", "subscription", SubscriptionSpec.class), store);
	}

	List<Stakeholder> of(IncidentFacts incident, Occasion occasion) {
		return all().stream()
			.map(Stored::spec)
			.filter((spec) -> spec.covers(incident, occasion))
			.map(SubscriptionSpec::stakeholder)
			.distinct()
			.toList();
	}

	@Override
	protected void check(SubscriptionSpec spec) {
		spec.stakeholder();
	}

	@Override
	public List<Change.Reference> references(SubscriptionSpec spec) {
		List<Change.Reference> references = new ArrayList<>();
		if (spec.person() != null) {
			references.add(new Change.Reference("person", "Person", spec.person()));
		}
		if (spec.channel() != null) {
			references.add(new Change.Reference("channel", "Channel", spec.channel()));
		}
		if (spec.team() != null) {
			references.add(new Change.Reference("team", "Team", spec.team()));
		}
		return references;
	}

}
