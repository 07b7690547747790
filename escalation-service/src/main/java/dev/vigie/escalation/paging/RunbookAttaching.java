package dev.vigie.escalation.paging;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.incident.DueIncident;
import dev.vigie.escalation.incident.Escalations;
import dev.vigie.escalation.incident.RunbookLink;
import dev.vigie.escalation.procedure.Procedure;

/**
 * Keeps with the incident what runbook-service said.
 */
@Component
class RunbookAttaching {

	private final Escalations escalations;

	RunbookAttaching(Escalations escalations) {
		this.escalations = escalations;
	}

	/**
	 * The runbooks for the pages of an incident, or null when nobody could say.
	 */
	@Nullable List<RunbookLink> attach(DueIncident incident, Preparation preparation) {
		List<Procedure> found = preparation.procedures().get(incident.id());
		if (found != null) {
			List<RunbookLink> links = found.stream()
				.map((one) -> new RunbookLink(one.name(), one.title(), one.version(), one.url(), one.reason()))
				.toList();
			this.escalations.attachRunbooks(incident.id(), links);
			return links;
		}
		if (incident.runbookState().equals("pending")) {
			this.escalations.runbooksUnknown(incident.id());
		}
		return Preparation.wantsRunbook(incident) ? null : incident.runbooks();
	}

}
