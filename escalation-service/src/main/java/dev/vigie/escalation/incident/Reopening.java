package dev.vigie.escalation.incident;

import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.escalation.incident.IncidentChanges.Said;

/**
 * Lets people open again what was over.
 */
@Component
class Reopening {

	private final IncidentChanges changes;

	private final Incidents incidents;

	Reopening(IncidentChanges changes, Incidents incidents) {
		this.changes = changes;
		this.incidents = incidents;
	}

	@Transactional
	void reopen(String number, String actor, String reason) {
		this.changes.change(number, Said.of("REOPENED", actor, reason), (incident) -> {
			boolean fresh = incident.reopen(this.changes.now());
			if (fresh) {
				standAside(incident);
			}
			return fresh;
		});
	}

	/**
	 * What the sender groups together has one open incident: where another one has begun
	 * meanwhile, that one keeps the group.
	 */
	private void standAside(Incident incident) {
		List<UUID> others = this.incidents.openOf(List.of(incident.origin));
		if (!others.isEmpty() && !others.contains(incident.id)) {
			incident.origin = incident.origin.apart(incident.id);
		}
	}

}
