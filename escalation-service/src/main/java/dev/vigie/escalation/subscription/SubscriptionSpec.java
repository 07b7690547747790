package dev.vigie.escalation.subscription;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import dev.vigie.escalation.incident.IncidentFacts;
import dev.vigie.shared.document.Names;

/**
 * A subscription as people write it: who follows which incidents. What is not said does
 * not matter.
 *
 * @param service the value of the label {@code service}
 * @param severity the least severity
 * @param triggered whether they hear of an incident as soon as it begins
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SubscriptionSpec(@Pattern(regexp = Names.PATTERN) @Nullable String person,
		@Pattern(regexp = Names.PATTERN) @Nullable String channel,
		@Pattern(regexp = Names.PATTERN) @Nullable String team, @Size(min = 1, max = 200) @Nullable String service,
		@Pattern(regexp = "P[1-5]", message = "must be one of P1, P2, P3, P4, P5") @Nullable String severity,
		@Nullable Boolean triggered) {

	static final String SERVICE = "service";

	SubscriptionSpec {
		triggered = Boolean.TRUE.equals(triggered);
	}

	Stakeholder stakeholder() {
		return Stakeholder.of(this.person, this.channel);
	}

	boolean covers(IncidentFacts incident, Occasion occasion) {
		return (occasion != Occasion.TRIGGERED || Boolean.TRUE.equals(this.triggered))
				&& (this.team == null || this.team.equals(incident.team()))
				&& (this.service == null || this.service.equals(incident.labels().get(SERVICE)))
				&& (this.severity == null || incident.severity().compareTo(this.severity) <= 0);
	}

}
