package dev.vigie.escalation.incident;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.severity.Assessment;
import dev.vigie.escalation.severity.Severity;
import dev.vigie.shared.signal.Channels;
import dev.vigie.shared.signal.Signals;

/**
 * The due times that stand on the incidents, for whoever does the paging. Everything
 * happens in the caller's transaction.
 */
@Component
public class Escalations {

	static final String BY_POLICY = "escalation policy";

	private final Incidents incidents;

	private final Triage triage;

	private final DueTable table;

	private final Timeline timeline;

	private final Signals signals;

	private final SeverityNews news;

	Escalations(Incidents incidents, Triage triage, DueTable table, Timeline timeline, Signals signals,
			SeverityNews news) {
		this.incidents = incidents;
		this.triage = triage;
		this.table = table;
		this.timeline = timeline;
		this.signals = signals;
		this.news = news;
	}

	/**
	 * What is due, without any lock: to prepare outside a transaction. What conditions
	 * count is not counted yet.
	 */
	public List<DueIncident> peek(Instant now, int limit) {
		return this.incidents.due(now, limit).stream().map(Incident::due).toList();
	}

	/**
	 * When the next incident is due, whoever will take it.
	 */
	public Optional<Instant> nextDue() {
		return this.incidents.nextDue();
	}

	/**
	 * Takes what is due and no other replica has taken, for this transaction.
	 */
	public List<DueIncident> claim(Instant now, int limit) {
		return taken(this.incidents.claimDue(now, limit), now);
	}

	/**
	 * Takes one that is due, unless another replica has it.
	 */
	public List<DueIncident> claim(Instant now, UUID id) {
		return taken(this.incidents.claimDue(id, now).stream().toList(), now);
	}

	private List<DueIncident> taken(List<Incident> due, Instant now) {
		due.forEach(this.timeline::know);
		wake(due.stream().filter((incident) -> incident.status != IncidentStatus.TRIGGERED).toList(), now);
		this.triage.countForSteps(due);
		return due.stream().map(Incident::due).toList();
	}

	/**
	 * Keeps others from changing these incidents before this transaction ends.
	 */
	public void lock(List<UUID> ids) {
		this.incidents.lock(ids).forEach(this.timeline::know);
	}

	/**
	 * Leaves everything as it is and comes back later.
	 */
	public void postpone(UUID id, Instant dueAt) {
		this.table.postpone(id, dueAt);
	}

	// Whoever took it has been silent too long, or what was put off is back.
	private void wake(List<Incident> silent, Instant now) {
		Map<Incident, Map<String, String>> takers = new LinkedHashMap<>();
		for (Incident incident : silent) {
			takers.put(incident, (incident.status == IncidentStatus.ACKNOWLEDGED)
					? Map.of("by", String.valueOf(incident.acknowledgedBy)) : Map.of());
			incident.resume(now);
		}
		this.incidents.update(silent);
		takers.forEach((incident, by) -> this.timeline.add(incident,
				by.isEmpty() ? "SNOOZE_ENDED" : "ACKNOWLEDGEMENT_EXPIRED", now, null, by));
	}

	/**
	 * Says of several incidents at once where they go on; the caller writes the lines.
	 */
	public void move(List<DueMove> moves) {
		this.table.move(moves);
	}

	/**
	 * Moves the clock of the run so that the next step is due at {@code dueAt} and later
	 * steps keep their distance. Does nothing when the incident is not triggered, has no
	 * next step, or is due earlier anyway.
	 */
	public void bringForward(UUID id, Instant dueAt) {
		if (this.table.bringForward(id, dueAt)) {
			this.signals.send(Channels.DUE);
		}
	}

	/**
	 * Makes the incident at least that severe until somebody decides otherwise, whatever
	 * the rules say. It is due at once by the plan of the new severity, so what was moved
	 * in this transaction must be moved before.
	 */
	public void raise(UUID id, String severity, Instant now) {
		Incident incident = this.incidents.lock(id).orElseThrow();
		SeverityBefore before = SeverityBefore.of(incident);
		Severity wanted = Severity.valueOf(severity);
		if (wanted.isWorseThan(before.severity())) {
			incident.decide(new Assessment(wanted, BY_POLICY), BY_POLICY, now);
			this.incidents.update(List.of(incident));
			this.news.ruled(incident, before, now);
			this.signals.send(Channels.DUE);
		}
	}

	/**
	 * Keeps the runbooks that were found (none: an empty list) for each incident and says
	 * so on the timeline, once.
	 */
	public void attachRunbooks(Map<UUID, List<RunbookLink>> found) {
		for (UUID id : this.table.setRunbooks(found)) {
			List<RunbookLink> links = found.getOrDefault(id, List.of());
			if (links.isEmpty()) {
				this.timeline.add(id, "RUNBOOK_NONE", Map.of());
			}
			links.forEach((link) -> this.timeline.add(id, "RUNBOOK_ATTACHED",
					Map.of("title", link.title(), "name", (link.name() != null) ? link.name() : "", "version",
							(link.version() != null) ? link.version().toString() : "", "url", link.url(), "reason",
							link.reason())));
		}
	}

	/**
	 * Nobody could say which runbook fits these incidents; said on the timeline once.
	 * They may still be attached later.
	 */
	public void runbooksUnknown(Collection<UUID> ids) {
		this.table.setRunbooksUnknown(ids).forEach((id) -> this.timeline.add(id, "RUNBOOK_UNKNOWN", Map.of()));
	}

	/**
	 * The incident called {@code 42} or {@code INC-42}.
	 */
	public Optional<UUID> idOf(String numberOrId) {
		return IncidentNumber.parse(numberOrId).flatMap(this.incidents::idOf);
	}

}
