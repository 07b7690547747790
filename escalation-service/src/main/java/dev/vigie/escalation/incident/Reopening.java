package dev.vigie.escalation.incident;

import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.escalation.incident.IncidentChanges.Said;

/**
 * Lets people open again what was over.
 */
@Component
class Reopening {

	private final IncidentChanges changes;

	private final GroupTable groups;

	Reopening(IncidentChanges changes, GroupTable groups) {
		this.changes = changes;
		this.groups = groups;
	}

	@Transactional
	void reopen(String number, String actor, String reason) {
		this.changes.change(number, Said.of("REOPENED", actor, reason), (incident) -> {
			boolean fresh = incident.reopen(this.changes.now());
			if (fresh) {
				takeBack(incident);
			}
			return fresh;
		});
	}

	/**
	 * What the sender groups together has one open incident: where another one has begun
	 * meanwhile, that one keeps the group.
	 */
	private void takeBack(Incident incident) {
		List<GroupTable.Row> taken = this.groups.takeBack(incident.id);
		incident.groupCount = (int) taken.stream().filter((row) -> row.kind() != HeldGroup.Kind.HELD_BACK).count();
		incident.hidden = taken.stream().mapToInt(GroupTable.Row::hidden).sum();
		if (taken.stream().noneMatch((row) -> row.origin().isSame(incident.origin))) {
			incident.origin = incident.origin.apart(incident.id);
		}
	}

}
