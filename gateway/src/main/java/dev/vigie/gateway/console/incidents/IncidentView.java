package dev.vigie.gateway.console.incidents;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.vigie.gateway.console.incidents.IncidentsClient.Incident;
import dev.vigie.gateway.console.incidents.IncidentsClient.RunbookLink;
import dev.vigie.gateway.console.layout.Moment;
import dev.vigie.gateway.console.layout.Times;
import dev.vigie.gateway.console.layout.WebAddress;

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
		List<RunbookLink> runbooks = (incident.runbooks() != null) ? incident.runbooks() : List.of();
		return new IncidentView(incident, times.moment(incident.triggeredAt(), locale),
				times.moment(incident.nextEscalationAt(), locale), times.moment(incident.acknowledgedAt(), locale),
				times.moment(incident.resolvedAt(), locale),
				incident.listed().stream().map((alert) -> AlertView.of(alert, times, locale)).toList(),
				runbooks.stream().filter((runbook) -> WebAddress.is(runbook.url())).toList());
	}

	public boolean canBeAcknowledged() {
		return TRIGGERED.equals(this.incident.status());
	}

	public boolean canBeResolved() {
		return !RESOLVED.equals(this.incident.status());
	}

	/**
	 * What is meant by all of its alerts, where none is an ordinary problem.
	 */
	public @Nullable String kind() {
		List<@Nullable String> kinds = this.alerts.stream().<@Nullable String>map(AlertView::kind).distinct().toList();
		return (kinds.size() == 1) ? kinds.getFirst() : null;
	}

}
