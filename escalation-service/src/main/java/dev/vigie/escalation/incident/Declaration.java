package dev.vigie.escalation.incident;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.vigie.escalation.severity.Assessment;
import dev.vigie.escalation.severity.Severity;

/**
 * An incident that a person declares.
 *
 * @param labels what routes and rules go by
 * @param severity null to let the rules decide
 * @param policy the name of the escalation policy, null for that of the route
 * @param visibleTo who alone may know of it, nobody when everybody may
 */
record Declaration(String title, @Nullable String description, Map<String, String> labels, @Nullable String team,
		@Nullable Severity severity, @Nullable String policy, @Nullable Impact impact, List<String> visibleTo) {

	/**
	 * What declared incidents have instead of an integration.
	 */
	static final String INTEGRATION = "manual";

	Declaration {
		labels = Map.copyOf(new TreeMap<>(labels));
		visibleTo = List.copyOf(visibleTo);
	}

	/**
	 * Each is a group of its own.
	 */
	Origin origin(UUID id) {
		return new Origin(INTEGRATION, id.toString(), this.labels);
	}

	Picture picture() {
		return new Picture(this.labels,
				(this.description != null) ? Map.of("description", this.description) : Map.of());
	}

	/**
	 * Puts what the person said above what the route says.
	 */
	void insist(Incident incident, String by) {
		incident.team = (this.team != null) ? this.team : incident.team;
		if (this.severity != null) {
			incident.assessment = new Assessment(this.severity, "declared by " + by);
			incident.severitySetBy = by;
		}
		if (!this.visibleTo.isEmpty()) {
			incident.visibility = incident.visibility.privateTo(this.visibleTo.stream()
				.map((person) -> new Visibility.Named(person, by, incident.triggeredAt))
				.toList());
		}
		if (this.impact != null) {
			incident.affects(this.impact, incident.triggeredAt);
		}
	}

}
