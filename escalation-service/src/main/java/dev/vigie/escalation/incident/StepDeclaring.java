package dev.vigie.escalation.incident;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.policy.Deed;
import dev.vigie.escalation.policy.EscalationPolicies;
import dev.vigie.escalation.severity.Severity;

/**
 * Declares incidents for the steps of policies: once a step and run, and never for an
 * incident that was declared so itself, for that would not end. Everything happens in the
 * caller's transaction.
 */
@Component
public class StepDeclaring {

	private final Incidents incidents;

	private final Declaring declaring;

	private final EscalationPolicies policies;

	private final Timeline timeline;

	private final InstantSource clock;

	StepDeclaring(Incidents incidents, Declaring declaring, EscalationPolicies policies, Timeline timeline,
			InstantSource clock) {
		this.incidents = incidents;
		this.declaring = declaring;
		this.policies = policies;
		this.timeline = timeline;
		this.clock = clock;
	}

	/**
	 * Declares it, or says on the timeline why not.
	 */
	public void declare(Asked asked) {
		Incident source = this.incidents.lock(asked.incident()).orElseThrow();
		switch (verdict(source, asked)) {
			case Verdict.Declared() -> {
				// it has been told
			}
			case Verdict.Endless() -> say(source, "DECLARATION_STOPPED", asked, "");
			case Verdict.StillOpen(Incident open) -> say(source, "DECLARATION_SPARED", asked, open.name());
			case Verdict.New() -> {
				Incident fresh = this.declaring.declareFrom(source, asked.id(), said(source, asked),
						Escalations.BY_POLICY);
				say(source, "INCIDENT_DECLARED", asked, fresh.name());
				this.timeline.add(fresh, "DECLARED_FROM", fresh.triggeredAt, null,
						Map.of("from", source.name(), "step", String.valueOf(asked.step() + 1)));
			}
		}
	}

	/**
	 * Whether it would be declared now.
	 */
	public boolean declares(Asked asked) {
		return this.incidents.find(asked.incident())
			.map((source) -> verdict(source, asked) instanceof Verdict.New)
			.orElse(true);
	}

	private Verdict verdict(Incident source, Asked asked) {
		if (source.declaredFrom != null) {
			return new Verdict.Endless();
		}
		if (this.incidents.find(asked.id()).isPresent()) {
			return new Verdict.Declared();
		}
		List<Incident> open = this.incidents.declaredBy(source.id);
		return open.stream()
			.filter((one) -> goesBy(one, asked.deed().policy()))
			.findFirst()
			.<Verdict>map(Verdict.StillOpen::new)
			.orElseGet(Verdict.New::new);
	}

	private boolean goesBy(Incident incident, String policy) {
		return Optional.ofNullable(incident.policyVersionId)
			.flatMap(this.policies::describe)
			.filter((version) -> version.name().equals(policy))
			.isPresent();
	}

	private static Declaration said(Incident source, Asked asked) {
		String title = (asked.deed().title() != null) ? asked.deed().title().strip() + ": " + source.title
				: source.title;
		String severity = asked.deed().severity();
		return new Declaration(title, null, source.picture.labels(), source.team,
				(severity != null) ? Severity.valueOf(severity) : source.assessment.severity(), asked.deed().policy(),
				null, List.of());
	}

	private void say(Incident source, String code, Asked asked, String other) {
		this.timeline.add(source, code, this.clock.instant(), null,
				Map.of("policy", asked.deed().policy(), "to", other, "step", String.valueOf(asked.step() + 1)));
	}

	/**
	 * What a step asks for.
	 *
	 * @param run that of the incident
	 * @param severity by whose plan it does
	 * @param step counts from 0
	 */
	public record Asked(UUID incident, int run, String severity, int step, Deed.Declare deed) {

		// Asked again, it is the same.
		private UUID id() {
			return UUID.nameUUIDFromBytes(
					String
						.join("\n", "declared", this.incident.toString(), String.valueOf(this.run), this.severity,
								String.valueOf(this.step), this.deed.policy())
						.getBytes(StandardCharsets.UTF_8));
		}

	}

	private sealed interface Verdict {

		record Declared() implements Verdict {
		}

		record Endless() implements Verdict {
		}

		record StillOpen(Incident open) implements Verdict {
		}

		record New() implements Verdict {
		}

	}

}
