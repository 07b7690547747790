package dev.vigie.gateway.console.incidents;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.vigie.gateway.console.changes.Beside;
import dev.vigie.gateway.console.changes.RecentChanges;
import dev.vigie.gateway.console.changes.RecentChanges.Span;
import dev.vigie.gateway.console.incidents.IncidentsClient.Alert;
import dev.vigie.gateway.console.incidents.IncidentsClient.Incident;
import dev.vigie.gateway.console.silences.InForce;

/**
 * What alert-ingest knows around an incident.
 */
@Component
class Surroundings {

	private final RecentChanges changes;

	private final InForce silences;

	Surroundings(RecentChanges changes, InForce silences) {
		this.changes = changes;
		this.silences = silences;
	}

	/**
	 * The silences of its alerts; what is over is not looked at for what may come.
	 */
	InForce.Asked silences(Incident incident) {
		return this.silences.on(incident.integration(),
				incident.isOpen() ? incident.listed().stream().map(Alert::labelled).toList() : List.of());
	}

	/**
	 * The changes before it, null while they are not to be had.
	 */
	@Nullable Beside changes(Incident incident, Locale locale) {
		List<String> services = incident.listed()
			.stream()
			.map((alert) -> alert.labelled().getOrDefault("service", ""))
			.toList();
		return this.changes
			.around(new Span(incident.triggeredAt(), over(incident)), services, incident.integration(), locale)
			.orElse(null);
	}

	private static @Nullable Instant over(Incident incident) {
		return (incident.resolvedAt() != null) ? incident.resolvedAt() : incident.closedAt();
	}

}
