package dev.vigie.escalation.incident;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.vigie.escalation.grouping.Storm;

/**
 * How fast alerts of an integration begin to fire, and what has become of a storm.
 *
 * @param incidentId the incident of the present storm
 * @param alerts how many alerts came to it
 * @param groups how many groups came to it
 */
record IntegrationStorm(String integration, Storm storm, @Nullable UUID incidentId, int alerts, int groups) {

	static IntegrationStorm calm(String integration) {
		return new IntegrationStorm(integration, Storm.NONE, null, 0, 0);
	}

	IntegrationStorm and(Storm.Limit limit, Instant at) {
		return new IntegrationStorm(this.integration, this.storm.and(limit, at), this.incidentId, this.alerts,
				this.groups);
	}

	IntegrationStorm gathering(UUID incident) {
		return new IntegrationStorm(this.integration, this.storm, incident, 0, 0);
	}

	IntegrationStorm joined(boolean group) {
		return new IntegrationStorm(this.integration, this.storm, this.incidentId, this.alerts + 1,
				this.groups + (group ? 1 : 0));
	}

	IntegrationStorm over() {
		return new IntegrationStorm(this.integration, this.storm, null, 0, 0);
	}

	String title() {
		return "Storm on %s: %d %s in %d %s".formatted(this.integration, this.alerts,
				(this.alerts == 1) ? "alert" : "alerts", this.groups, (this.groups == 1) ? "group" : "groups");
	}

}
