package dev.vigie.escalation.incident;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.vigie.escalation.policy.EscalationPolicies;
import dev.vigie.escalation.route.Route;
import dev.vigie.escalation.route.Routes;
import dev.vigie.escalation.severity.SeverityRules;

/**
 * The routes at one moment, and the versions of rules and policies they lead to: read
 * once for all the incidents of a batch.
 */
final class Rulebook {

	private final Routes.InOrder routes;

	private final SeverityRules rules;

	private final EscalationPolicies policies;

	private final Map<String, Versions> versions = new HashMap<>();

	Rulebook(Routes.InOrder routes, SeverityRules rules, EscalationPolicies policies) {
		this.routes = routes;
		this.rules = rules;
		this.policies = policies;
	}

	/**
	 * Gives the incident the present versions of the rules and the policy of its route;
	 * it keeps them to its end.
	 */
	Optional<Route> route(Incident incident, Instant at) {
		Optional<Route> found = this.routes.first(incident.facts(), at);
		found.ifPresent((route) -> {
			Versions present = this.versions.computeIfAbsent(route.name(), (_) -> versions(route));
			incident.team = (route.team() != null) ? route.team() : incident.team;
			incident.rulesVersionId = present.rules();
			incident.policyVersionId = present.policy();
			incident.policies = present.others();
			if (route.isPrivate()) {
				incident.visibility = incident.visibility.privateTo(
						route.visibleTo().stream().map((person) -> new Visibility.Named(person, null, at)).toList());
			}
		});
		return found;
	}

	/**
	 * Gives the incident the present version of another policy than that of its route.
	 * @return false when there is no such policy
	 */
	boolean follow(Incident incident, String policy) {
		Optional<UUID> version = this.policies.currentVersion(policy);
		incident.policyVersionId = version.orElse(null);
		incident.policies = version.map(this.policies::leadsTo).orElse(Map.of());
		return version.isPresent();
	}

	private Versions versions(Route route) {
		UUID policy = this.policies.currentVersion(route.escalationPolicy()).orElse(null);
		return new Versions(this.rules.currentVersion(route.severityRules()).orElse(null), policy,
				(policy != null) ? this.policies.leadsTo(policy) : Map.of());
	}

	private record Versions(@Nullable UUID rules, @Nullable UUID policy, Map<String, UUID> others) {
	}

}
