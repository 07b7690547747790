package dev.vigie.postmortem.postmortem;

import java.util.UUID;

import org.springframework.stereotype.Component;

import dev.vigie.postmortem.incidents.Confidences;
import dev.vigie.postmortem.incidents.Confidential;
import dev.vigie.shared.access.Caller;

/**
 * Keeps the post-mortems of private incidents from whoever may not know of those.
 */
@Component
class PrivatePostmortems extends Confidential {

	private final Postmortems postmortems;

	private final Confidences confidences;

	PrivatePostmortems(Postmortems postmortems, Confidences confidences) {
		super("/api/v1/postmortems/*/**");
		this.postmortems = postmortems;
		this.confidences = confidences;
	}

	@Override
	protected void check(UUID id, Caller caller) {
		if (!this.confidences.allow(this.postmortems.get(id).incidentNumber(), caller)) {
			throw Postmortems.missing(id);
		}
	}

}
