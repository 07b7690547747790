package dev.vigie.escalation.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.escalation.condition.Counting;
import dev.vigie.escalation.condition.Said;
import dev.vigie.escalation.grouping.GroupingRule;
import dev.vigie.escalation.grouping.Groupings;
import dev.vigie.escalation.policy.Progress;
import dev.vigie.escalation.route.Route;

/**
 * What incidents would begin with, and where those that are there stand: for looking
 * ahead. Nothing is stored.
 */
@Component
public class Prospects {

	private final Incidents incidents;

	private final Triage triage;

	private final Groupings groupings;

	Prospects(Incidents incidents, Triage triage, Groupings groupings) {
		this.incidents = incidents;
		this.triage = triage;
		this.groupings = groupings;
	}

	/**
	 * The incident that these alerts would open.
	 * @param business whether they harm the business
	 */
	@Transactional(readOnly = true)
	public Prospect opening(AlertSender sender, List<ReportedAlert> alerts, boolean business, Instant at) {
		GroupingRule rule = this.groupings.rules().of(sender.integration());
		List<Reported> reported = alerts.stream().map((alert) -> Reported.of(sender, alert, at, rule)).toList();
		Incident incident = new Incident(new UUID(0, 0), 0, reported.getFirst().title(), reported.getFirst().origin(),
				at);
		incident.team = sender.team();
		incident.impact = new Impact(business, null, null);
		Touched touched = new Touched(incident, true);
		reported.forEach((one) -> touched.joined(one, "ALERT_JOINED", Map.of()));
		incident.picture = incident.picture.with(incident.origin.groupLabels());
		incident.numbers = Counting
			.of(alerts.stream().map((alert) -> new Said(alert.labels(), alert.annotations())).toList());
		Route route = this.triage.rulebook().route(incident, at).orElse(null);
		incident.assess(this.triage.assess(incident, at), at);
		return new Prospect(IncidentView.word(incident.status), (route != null) ? route.name() : null, incident.due(),
				Progress.startingAt(at), at);
	}

	/**
	 * The incident called {@code 42} or {@code INC-42}, as it goes on when nobody does
	 * anything about it.
	 * @param business what somebody will say at {@code at} about its impact, null for
	 * nothing new
	 */
	@Transactional(readOnly = true)
	public Optional<Prospect> of(String numberOrId, @Nullable Boolean business, Instant at) {
		Optional<Incident> found = IncidentNumber.parse(numberOrId)
			.flatMap(this.incidents::idOf)
			.flatMap(this.incidents::find);
		if (business != null) {
			found.filter((incident) -> incident.status.isOpen())
				.ifPresent((incident) -> affect(incident, business, at));
		}
		return found.map(this::goingOn);
	}

	private void affect(Incident incident, boolean business, Instant at) {
		incident.affects(new Impact(business, null, null), at);
		incident.assess(this.triage.assessAnew(incident, at), at);
	}

	private Prospect goingOn(Incident incident) {
		this.triage.countForSteps(List.of(incident));
		String status = IncidentView.word(incident.status);
		Instant dueAt = incident.escalation.dueAt();
		if (dueAt != null && incident.status != IncidentStatus.TRIGGERED) {
			incident.resume(dueAt); // as it will when that time has come
		}
		return new Prospect(status, null, incident.due(), incident.due().progress(), dueAt);
	}

	/**
	 * An incident that may come to something.
	 *
	 * @param status its present status
	 * @param route the route that was taken, null where none fits or it is not kept
	 * @param incident what it is like
	 * @param progress how far its escalation has come when it goes on
	 * @param goesOnAt when that is, null when nothing will come by itself
	 */
	public record Prospect(String status, @Nullable String route, DueIncident incident, Progress progress,
			@Nullable Instant goesOnAt) {

		/**
		 * The labels that its alerts have in common.
		 */
		public Map<String, String> labels() {
			return this.incident.facts().labels();
		}

	}

}
