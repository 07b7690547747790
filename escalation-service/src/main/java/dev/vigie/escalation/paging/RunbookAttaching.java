package dev.vigie.escalation.paging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

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
	 * Keeps it for all of these incidents.
	 */
	void attach(List<DueIncident> due, Preparation preparation) {
		Map<UUID, List<RunbookLink>> found = new LinkedHashMap<>();
		List<UUID> unknown = new ArrayList<>();
		for (DueIncident incident : due) {
			List<Procedure> procedures = preparation.procedures().get(incident.id());
			if (procedures != null) {
				found.put(incident.id(), links(procedures));
			}
			else if (incident.runbookState().equals("pending")) {
				unknown.add(incident.id());
			}
		}
		this.escalations.attachRunbooks(found);
		this.escalations.runbooksUnknown(unknown);
	}

	/**
	 * The runbooks for the pages of an incident, or null when nobody could say.
	 */
	static @Nullable List<RunbookLink> of(DueIncident incident, Preparation preparation) {
		List<Procedure> found = preparation.procedures().get(incident.id());
		if (found != null) {
			return links(found);
		}
		return Preparation.wantsRunbook(incident) ? null : incident.runbooks();
	}

	private static List<RunbookLink> links(List<Procedure> procedures) {
		return procedures.stream()
			.map((one) -> new RunbookLink(one.name(), one.title(), one.version(), one.url(), one.reason()))
			.toList();
	}

}
