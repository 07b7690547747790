package dev.vigie.escalation.errand;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.escalation.connection.Connections;
import dev.vigie.escalation.incident.IncidentFacts;
import dev.vigie.escalation.incident.KnownIncidents;
import dev.vigie.escalation.policy.Deed.What;
import dev.vigie.shared.problem.Conflict;
import dev.vigie.shared.problem.Invalid;

/**
 * What people ask other programs for.
 */
@Component
@Transactional
class ErrandHandling {

	private static final Logger log = LoggerFactory.getLogger(ErrandHandling.class);

	private final KnownIncidents incidents;

	private final Connections connections;

	private final Errands errands;

	ErrandHandling(KnownIncidents incidents, Connections connections, Errands errands) {
		this.incidents = incidents;
		this.connections = connections;
		this.errands = errands;
	}

	/**
	 * @return the errand, or the one that is there already
	 */
	Errand ask(String number, What what, String connection, String by) {
		IncidentFacts incident = this.incidents.lock(number);
		if (!this.connections.isKnown(connection)) {
			throw new Invalid("connection", "there is no Connection " + connection);
		}
		if (what == What.WAR_ROOM && !incident.open()) {
			throw new Conflict("incident-status",
					"%s is %s and needs no war room".formatted(incident.name(), incident.status()));
		}
		Errand errand = this.errands.ask(incident.id(), what, connection, by);
		log.info("{} asked for a {} for {}: errand {}", by, what, incident.name(), errand.id());
		return errand;
	}

}
