package dev.vigie.escalation.incident;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.escalation.incident.IncidentChanges.Said;
import dev.vigie.shared.problem.Conflict;
import dev.vigie.shared.problem.Invalid;

/**
 * Lets people say that two incidents are one: the alerts of the first go on in the
 * second. Only an open incident takes another in, so no ring can come of it.
 */
@Component
class Merging {

	private final IncidentChanges changes;

	private final Incidents incidents;

	private final AlertMoves moves;

	private final Recounting recounting;

	Merging(IncidentChanges changes, Incidents incidents, AlertMoves moves, Recounting recounting) {
		this.changes = changes;
		this.incidents = incidents;
		this.moves = moves;
		this.recounting = recounting;
	}

	@Transactional
	void merge(String number, String into, String actor, @Nullable String note) {
		Pair pair = lock(number, into);
		Incident source = pair.source();
		Incident target = pair.target();
		if (target.id.equals(source.mergedInto)) {
			return; // a repeated command is harmless
		}
		check(source, target);
		Instant now = this.changes.now();
		IncidentStatus before = source.status;
		source.merge(target.id, now);
		if (target.visibility.isPrivate()) {
			target.visibility = target.visibility.privateTo(source.visibility.people());
		}
		int moved = this.moves.merge(source.id, target.id);
		this.moves.moveGroups(source.id, target.id);
		source.firing = 0;
		source.hidden = 0;
		this.recounting.count(target);
		this.changes.write(source, before, Said.of("MERGED", actor, note).with("into", target.name()));
		this.changes.write(target, target.status,
				Said.of("MERGED_IN", actor, note)
					.with("from", source.name())
					.with("title", source.title)
					.with("alerts", String.valueOf(moved)));
		if (moved > 0) {
			this.recounting.conclude(target, now);
		}
	}

	private Pair lock(String number, String into) {
		Incident one = this.incidents.find(this.changes.idOf(number)).orElseThrow();
		Incident other = this.incidents.find(this.changes.idOf(into)).orElseThrow();
		if (one.id.equals(other.id)) {
			throw new Invalid("into", "must be another incident");
		}
		List<Incident> locked = this.incidents.lock(List.of(one.id, other.id));
		return locked.getFirst().id.equals(one.id) ? new Pair(locked.getFirst(), locked.getLast())
				: new Pair(locked.getLast(), locked.getFirst());
	}

	private static void check(Incident source, Incident target) {
		if (source.status == IncidentStatus.MERGED) {
			throw new Conflict("incident-status", source.name() + " is merged into another incident",
					source.status.commands());
		}
		if (source.visibility.isPrivate() != target.visibility.isPrivate()) {
			throw new Conflict("incident-private",
					"Of %s and %s only one is private; what is private goes on where nobody else may know of it"
						.formatted(source.name(), target.name()));
		}
		if (!target.status.isOpen()) {
			throw new Conflict("incident-not-open", "%s is %s; only an open incident takes another in"
				.formatted(target.name(), IncidentView.word(target.status)));
		}
	}

	private record Pair(Incident source, Incident target) {
	}

}
