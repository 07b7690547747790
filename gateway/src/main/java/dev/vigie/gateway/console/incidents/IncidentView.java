package dev.vigie.gateway.console.incidents;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import dev.vigie.gateway.console.incidents.IncidentsClient.Alert;
import dev.vigie.gateway.console.incidents.IncidentsClient.Incident;
import dev.vigie.gateway.console.incidents.IncidentsClient.RunbookLink;
import dev.vigie.gateway.console.layout.Moment;
import dev.vigie.gateway.console.layout.Times;

/**
 * An incident as the pages show it.
 */
record IncidentView(Incident incident, @Nullable Moment since, @Nullable Moment next, @Nullable Moment acknowledged,
		@Nullable Moment resolved, List<AlertView> alerts, List<RunbookLink> runbooks) {

	private static final String TRIGGERED = "triggered";

	private static final String RESOLVED = "resolved";

	IncidentView {
		alerts = List.copyOf(alerts);
		runbooks = List.copyOf(runbooks);
	}

	static IncidentView of(Incident incident, Times times, Locale locale) {
		List<Alert> alerts = (incident.alerts() != null) ? incident.alerts() : List.of();
		List<RunbookLink> runbooks = (incident.runbooks() != null) ? incident.runbooks() : List.of();
		return new IncidentView(incident, times.moment(incident.triggeredAt(), locale),
				times.moment(incident.nextEscalationAt(), locale), times.moment(incident.acknowledgedAt(), locale),
				times.moment(incident.resolvedAt(), locale),
				alerts.stream().map((alert) -> AlertView.of(alert, times, locale)).toList(),
				runbooks.stream().filter((runbook) -> isWebAddress(runbook.url())).toList());
	}

	public boolean canBeAcknowledged() {
		return TRIGGERED.equals(this.incident.status());
	}

	public boolean canBeResolved() {
		return !RESOLVED.equals(this.incident.status());
	}

	// Addresses come from senders: anything but a web address stays text.
	static boolean isWebAddress(@Nullable String url) {
		return url != null && (url.startsWith("https://") || url.startsWith("http://"));
	}

	/**
	 * One alert of the incident.
	 */
	record AlertView(String status, Map<String, String> labels, Map<String, String> annotations,
			@Nullable Moment started, @Nullable String source) {

		AlertView {
			labels = new TreeMap<>(labels);
			annotations = new TreeMap<>(annotations);
		}

		static AlertView of(Alert alert, Times times, Locale locale) {
			return new AlertView(alert.status(), (alert.labels() != null) ? alert.labels() : Map.of(),
					(alert.annotations() != null) ? alert.annotations() : Map.of(),
					times.moment(alert.startsAt(), locale),
					isWebAddress(alert.generatorUrl()) ? alert.generatorUrl() : null);
		}

	}

}
