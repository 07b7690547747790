package dev.vigie.gateway.console.incidents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.vigie.gateway.console.incidents.IncidentsClient.Alert;
import dev.vigie.gateway.console.incidents.IncidentsClient.Group;
import dev.vigie.gateway.console.incidents.IncidentsClient.Incident;
import dev.vigie.gateway.console.incidents.IncidentsClient.Link;
import dev.vigie.gateway.console.incidents.IncidentsClient.RunbookLink;
import dev.vigie.gateway.console.layout.Moment;
import dev.vigie.gateway.console.layout.Times;
import dev.vigie.gateway.console.layout.WebAddress;
import dev.vigie.gateway.console.silences.Muting;

/**
 * An incident as the pages show it.
 */
record IncidentView(Incident incident, @Nullable Moment since, @Nullable Moment next, @Nullable Moment acknowledged,
		@Nullable Moment resolved, @Nullable Moment snoozed, @Nullable Moment closed, @Nullable Moment harmed,
		@Nullable String harmedField, List<AlertView> alerts, List<RunbookLink> runbooks, List<Link> links) {

	private static final String ACKNOWLEDGED = "acknowledged";

	IncidentView {
		alerts = List.copyOf(alerts);
		runbooks = List.copyOf(runbooks);
		links = List.copyOf(links);
	}

	static IncidentView of(Incident incident, Times times, Locale locale) {
		return of(incident, List.of(), times, locale);
	}

	/**
	 * The incident with what keeps its alerts quiet, as far as that is known.
	 */
	static IncidentView of(Incident incident, List<@Nullable Muting> mutings, Times times, Locale locale) {
		List<RunbookLink> runbooks = (incident.runbooks() != null) ? incident.runbooks() : List.of();
		List<Link> links = (incident.links() != null) ? incident.links() : List.of();
		return new IncidentView(incident, times.moment(incident.triggeredAt(), locale),
				times.moment(incident.nextEscalationAt(), locale), times.moment(incident.acknowledgedAt(), locale),
				times.moment(incident.resolvedAt(), locale), times.moment(incident.snoozedUntil(), locale),
				times.moment(incident.closedAt(), locale), times.moment(harmed(incident), locale),
				times.field(harmed(incident)), alerts(incident, mutings, times, locale),
				runbooks.stream().filter((runbook) -> WebAddress.is(runbook.url())).toList(),
				links.stream().filter((link) -> WebAddress.is(link.url())).toList());
	}

	private static @Nullable Instant harmed(Incident incident) {
		return (incident.impact() != null) ? incident.impact().startedAt() : null;
	}

	private static List<AlertView> alerts(Incident incident, List<@Nullable Muting> mutings, Times times,
			Locale locale) {
		List<AlertView> views = new ArrayList<>();
		for (Alert alert : incident.listed()) {
			Muting muting = (views.size() < mutings.size()) ? mutings.get(views.size()) : null;
			views.add(AlertView.of(alert, muting, times, locale));
		}
		return views;
	}

	/**
	 * Whether a command is offered.
	 */
	public boolean can(String command) {
		return this.incident.can(command);
	}

	public boolean isOpen() {
		return this.incident.isOpen();
	}

	/**
	 * Whether only some may see it.
	 */
	public boolean isPrivate() {
		return Boolean.TRUE.equals(this.incident.isPrivate());
	}

	/**
	 * Its groups, where there are several.
	 */
	public List<Group> groups() {
		List<Group> groups = this.incident.grouped();
		return (groups.size() > 1) ? groups : List.of();
	}

	/**
	 * How many groups there are that are not listed.
	 */
	public int unlisted() {
		Integer count = this.incident.groupCount();
		return (count != null) ? Math.max(0, count - this.incident.grouped().size()) : 0;
	}

	/**
	 * Whether how far those who took it have come is worth a word.
	 */
	public boolean showsPhase() {
		return this.incident.phase() != null && ACKNOWLEDGED.equals(this.incident.status());
	}

	/**
	 * What is meant by all of its alerts, where none is an ordinary problem.
	 */
	public @Nullable String kind() {
		List<@Nullable String> kinds = this.alerts.stream().<@Nullable String>map(AlertView::kind).distinct().toList();
		return (kinds.size() == 1) ? kinds.getFirst() : null;
	}

}
