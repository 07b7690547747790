package dev.vigie.escalation.paging;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.incident.DueIncident;
import dev.vigie.escalation.procedure.Procedures;
import dev.vigie.escalation.procedure.Procedures.Subject;
import dev.vigie.escalation.roster.Roster;

/**
 * Asks the other programs what the due steps need.
 */
@Component
class Preparing {

	private final Roster roster;

	private final Procedures procedures;

	Preparing(Roster roster, Procedures procedures) {
		this.roster = roster;
		this.procedures = procedures;
	}

	Preparation of(List<DueIncident> due, Instant at) {
		List<Subject> subjects = due.stream()
			.filter(Preparation::wantsRunbook)
			.map((incident) -> new Subject(incident.id(), incident.facts().labels(), incident.facts().annotations()))
			.toList();
		return new Preparation(at, this.roster.current(),
				subjects.stream().map(Subject::id).collect(Collectors.toSet()), this.procedures.match(subjects),
				Map.of(), Map.of());
	}

}
