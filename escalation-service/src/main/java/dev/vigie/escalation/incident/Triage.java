package dev.vigie.escalation.incident;

import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.policy.EscalationPolicies;
import dev.vigie.escalation.route.Route;
import dev.vigie.escalation.route.Routes;
import dev.vigie.escalation.severity.Assessment;
import dev.vigie.escalation.severity.Severity;
import dev.vigie.escalation.severity.SeverityRules;

/**
 * Finds the way of a new incident, and how bad it is.
 */
@Component
class Triage {

	private final Routes routes;

	private final SeverityRules rules;

	private final EscalationPolicies policies;

	Triage(Routes routes, SeverityRules rules, EscalationPolicies policies) {
		this.routes = routes;
		this.rules = rules;
		this.policies = policies;
	}

	/**
	 * Gives the incident the present versions of the rules and the policy of its route;
	 * it keeps them to its end.
	 */
	Optional<Route> route(Incident incident) {
		Optional<Route> found = this.routes.first(incident.facts());
		found.ifPresent((route) -> {
			incident.team = (route.team() != null) ? route.team() : incident.team;
			incident.rulesVersionId = this.rules.currentVersion(route.severityRules()).orElse(null);
			incident.policyVersionId = this.policies.currentVersion(route.escalationPolicy()).orElse(null);
		});
		return found;
	}

	Assessment assess(Incident incident) {
		return Optional.ofNullable(incident.rulesVersionId)
			.flatMap((version) -> this.rules.assess(version, incident.facts()))
			.orElse(new Assessment(Severity.P3, "no route"));
	}

}
