package dev.vigie.escalation.paging;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import dev.vigie.escalation.incident.DueIncident;
import dev.vigie.escalation.page.PageFacts.AlertFact;
import dev.vigie.escalation.page.PageFacts.LinkFact;
import dev.vigie.escalation.procedure.Procedure;
import dev.vigie.escalation.roster.RosterView;

/**
 * What other programs said, asked before the transaction.
 *
 * @param asked the incidents for which runbooks were asked
 * @param procedures what fits; an incident that was asked for and is missing here is one
 * nobody could say anything about
 * @param alerts what pages tell of the alerts of each incident; read in the transaction
 * @param links and of its links
 */
record Preparation(Instant at, RosterView roster, Set<UUID> asked, Map<UUID, List<Procedure>> procedures,
		Map<UUID, List<AlertFact>> alerts, Map<UUID, List<LinkFact>> links) {

	Preparation with(Map<UUID, List<AlertFact>> alerts, Map<UUID, List<LinkFact>> links) {
		return new Preparation(this.at, this.roster, this.asked, this.procedures, alerts, links);
	}

	static boolean wantsRunbook(DueIncident incident) {
		return incident.runbookState().equals("pending") || incident.runbookState().equals("unknown");
	}

	/**
	 * Whether the incident may be carried out with this; it became due after we asked
	 * when not.
	 */
	boolean covers(DueIncident incident) {
		return !incident.runbookState().equals("pending") || this.asked.contains(incident.id());
	}

}
