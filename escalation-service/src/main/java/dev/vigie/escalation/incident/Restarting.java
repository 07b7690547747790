package dev.vigie.escalation.incident;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.escalation.incident.IncidentChanges.Said;
import dev.vigie.escalation.policy.EscalationPolicies;
import dev.vigie.shared.problem.Conflict;

/**
 * Lets people begin the escalation anew with the policies as they are now.
 */
@Component
class Restarting {

	private final IncidentChanges changes;

	private final Triage triage;

	private final EscalationPolicies policies;

	private final ApplicationEventPublisher events;

	Restarting(IncidentChanges changes, Triage triage, EscalationPolicies policies, ApplicationEventPublisher events) {
		this.changes = changes;
		this.triage = triage;
		this.policies = policies;
		this.events = events;
	}

	/**
	 * Does nothing where the policies have not changed since.
	 */
	@Transactional
	void restart(String number, String actor, @Nullable String note) {
		Incident incident = this.changes.lock(number);
		IncidentStatus before = incident.status;
		DueIncident.Plan old = incident.plan();
		Optional<DueIncident.Plan> newest = this.triage.newest(old);
		if (incident.restart(newest.orElse(old), this.changes.now())) {
			this.changes.write(incident, before, said(old, incident.plan(), actor, note));
			this.events.publishEvent(new IncidentRestarted(incident.id));
		}
		else if (newest.isEmpty()) {
			throw new Conflict("incident-policy",
					"%s has no policy, or it was deleted meanwhile".formatted(incident.name()));
		}
	}

	private Said said(DueIncident.Plan old, DueIncident.Plan newest, String actor, @Nullable String note) {
		Optional<EscalationPolicies.Version> policy = describe(newest.policy());
		return Said.of("RESTARTED", actor, note)
			.with("policy", policy.map(EscalationPolicies.Version::name).orElse(null))
			.with("from", number(old.policy()))
			.with("to", number(newest.policy()))
			.with("others", others(old.others(), newest.others()));
	}

	// "management 1 → 2": those it leads to that are not as they were.
	private String others(Map<String, UUID> old, Map<String, UUID> newest) {
		return new TreeMap<>(newest).entrySet()
			.stream()
			.filter((other) -> !Objects.equals(old.get(other.getKey()), other.getValue()))
			.map((other) -> "%s %s → %s".formatted(other.getKey(), number(old.get(other.getKey())),
					number(other.getValue())))
			.collect(Collectors.joining(", "));
	}

	private String number(@Nullable UUID version) {
		return describe(version).map((found) -> String.valueOf(found.version())).orElse("–");
	}

	private Optional<EscalationPolicies.Version> describe(@Nullable UUID version) {
		return Optional.ofNullable(version).flatMap(this.policies::describe);
	}

}
