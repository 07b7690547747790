package dev.vigie.escalation.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.condition.Asked;
import dev.vigie.escalation.policy.EscalationPlan;
import dev.vigie.escalation.policy.EscalationPolicies;
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

	private final AlertNumbers numbers;

	Triage(Routes routes, SeverityRules rules, EscalationPolicies policies, AlertNumbers numbers) {
		this.routes = routes;
		this.rules = rules;
		this.policies = policies;
		this.numbers = numbers;
	}

	/**
	 * The routes and rules as they are now.
	 */
	Rulebook rulebook() {
		return new Rulebook(this.routes.inOrder(), this.rules, this.policies);
	}

	/**
	 * What people look at besides, by the route that applies now.
	 */
	List<CustomLink> links(Incident incident) {
		return CustomLink.of(this.routes.inOrder(), incident.facts(), incident.triggeredAt);
	}

	/**
	 * The versions, as they are now, of the same policy and those it leads to; none where
	 * it is gone.
	 */
	Optional<DueIncident.Plan> newest(DueIncident.Plan plan) {
		return Optional.ofNullable(plan.policy())
			.flatMap(this.policies::describe)
			.flatMap((policy) -> this.policies.currentVersion(policy.name()))
			.map((version) -> new DueIncident.Plan(version, this.policies.leadsTo(version)));
	}

	/**
	 * How long an acknowledgement of the incident holds, null for ever.
	 */
	@Nullable Duration patience(Incident incident) {
		return Optional.ofNullable(incident.policyVersionId)
			.flatMap((version) -> this.policies.plan(version, incident.policies, incident.assessment.severity().name()))
			.map(EscalationPlan::acknowledgementTimeout)
			.orElse(null);
	}

	/**
	 * Counts what the rules of these incidents ask for.
	 * @param before writes the alerts
	 */
	void count(List<Incident> incidents, Runnable before) {
		this.numbers.count(incidents, (incident) -> (incident.rulesVersionId != null)
				? this.rules.asked(incident.rulesVersionId) : Asked.NOTHING, before);
	}

	/**
	 * Counts what the conditions of their policies ask for.
	 */
	void countForSteps(List<Incident> incidents) {
		this.numbers.count(incidents,
				(incident) -> (incident.policyVersionId != null)
						? this.policies.asked(incident.policyVersionId, incident.policies.values()) : Asked.NOTHING,
				() -> {
					// their alerts are written
				});
	}

	/**
	 * Counts what the rules ask for, of alerts that are written, and says how bad they
	 * find it.
	 */
	Assessment assessAnew(Incident incident, Instant at) {
		count(List.of(incident), () -> {
			// its alerts are written
		});
		return assess(incident, at);
	}

	Assessment assess(Incident incident, Instant at) {
		return Optional.ofNullable(incident.rulesVersionId)
			.flatMap((version) -> this.rules.assess(version, incident.facts(), at))
			.orElse(new Assessment(Severity.P3, "no route"));
	}

}
