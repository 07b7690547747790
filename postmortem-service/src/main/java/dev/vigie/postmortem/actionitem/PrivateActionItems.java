package dev.vigie.postmortem.actionitem;

import java.util.UUID;

import org.springframework.stereotype.Component;

import dev.vigie.postmortem.incidents.Confidences;
import dev.vigie.postmortem.incidents.Confidential;
import dev.vigie.shared.access.Caller;

/**
 * Keeps what was agreed on private incidents from whoever may not know of those.
 */
@Component
class PrivateActionItems extends Confidential {

	private final ActionItems items;

	private final Confidences confidences;

	PrivateActionItems(ActionItems items, Confidences confidences) {
		super("/api/v1/action-items/*/**");
		this.items = items;
		this.confidences = confidences;
	}

	@Override
	protected void check(UUID id, Caller caller) {
		if (!this.confidences.allow(this.items.get(id).origin().incident(), caller)) {
			throw ActionItems.missing(id);
		}
	}

}
