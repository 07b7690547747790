package dev.vigie.escalation.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.escalation.incident.IncidentChanges.Said;
import dev.vigie.shared.access.Caller;
import dev.vigie.shared.problem.Conflict;

/**
 * Lets people open again what was over.
 */
@Component
class Reopening {

	private final IncidentChanges changes;

	private final Incidents incidents;

	private final GroupTable groups;

	private final AlertMoves moves;

	private final Recounting recounting;

	Reopening(IncidentChanges changes, Incidents incidents, GroupTable groups, AlertMoves moves,
			Recounting recounting) {
		this.groups = groups;
		this.changes = changes;
		this.incidents = incidents;
		this.moves = moves;
		this.recounting = recounting;
	}

	/**
	 * A merged one takes back the alerts it brought along.
	 */
	@Transactional
	void reopen(String number, Caller caller, String reason) {
		String actor = caller.name();
		Instant now = this.changes.now();
		UUID id = this.changes.idOf(number);
		List<UUID> holders = this.moves.holders(id);
		List<Incident> locked = new ArrayList<>(
				this.incidents.lock(Stream.concat(Stream.of(id), holders.stream()).toList()));
		Incident incident = locked.stream().filter((one) -> one.id.equals(id)).findFirst().orElseThrow();
		IncidentStatus before = incident.status;
		check(incident, locked, caller);
		if (!incident.reopen(now)) {
			return;
		}
		if (before == IncidentStatus.MERGED) {
			this.moves.freeGroups(id, holders);
		}
		takeBack(incident);
		if (before == IncidentStatus.MERGED) {
			this.moves.takeBack(id);
			this.recounting.count(incident);
		}
		this.changes.write(incident, before, Said.of("REOPENED", actor, reason));
		if (before == IncidentStatus.MERGED) {
			locked.remove(incident);
			locked.forEach((holder) -> leave(holder, incident, actor, now));
		}
	}

	// What goes on in a private incident is ended by nobody who may not know of it.
	private static void check(Incident incident, List<Incident> locked, Caller caller) {
		if (!locked.stream().allMatch((one) -> one.visibility.allows(caller.person()))) {
			throw new Conflict("incident-private",
					"The alerts of %s went on in an incident that is private".formatted(incident.name()));
		}
	}

	private void leave(Incident holder, Incident incident, String actor, Instant now) {
		this.recounting.count(holder);
		this.changes.write(holder, holder.status, Said.of("UNMERGED", actor, null).with("from", incident.name()));
		this.recounting.conclude(holder, now);
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
