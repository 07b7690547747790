package dev.vigie.escalation.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.vigie.escalation.condition.Facts;
import dev.vigie.escalation.severity.Assessment;
import dev.vigie.escalation.severity.Severity;
import dev.vigie.shared.problem.Conflict;

/**
 * What people are paged for. Holds the rules; {@link Incidents} keeps the fields.
 */
class Incident {

	final UUID id;

	final long number;

	final String title;

	final Instant triggeredAt;

	Origin origin;

	IncidentStatus status = IncidentStatus.TRIGGERED;

	Assessment assessment = new Assessment(Severity.P3, "default");

	Picture picture = new Picture(Map.of(), Map.of());

	EscalationClock escalation;

	@Nullable String team;

	int firing;

	int hidden;

	@Nullable UUID rulesVersionId;

	@Nullable UUID policyVersionId;

	RunbookState runbookState = RunbookState.PENDING;

	List<RunbookLink> runbooks = List.of();

	@Nullable Instant acknowledgedAt;

	@Nullable String acknowledgedBy;

	@Nullable Instant resolvedAt;

	@Nullable String resolvedBy;

	Incident(UUID id, long number, String title, Origin origin, Instant triggeredAt) {
		this.id = id;
		this.number = number;
		this.title = title;
		this.origin = origin;
		this.triggeredAt = triggeredAt;
		this.escalation = EscalationClock.startingAt(triggeredAt);
	}

	void acknowledge(String by, Instant at) {
		if (become(IncidentStatus.ACKNOWLEDGED)) {
			this.acknowledgedAt = at;
			this.acknowledgedBy = by;
			this.escalation = this.escalation.stopped();
		}
	}

	/**
	 * @param by who resolved it, null when its alerts did
	 */
	void resolve(@Nullable String by, Instant at) {
		if (become(IncidentStatus.RESOLVED)) {
			this.resolvedAt = at;
			this.resolvedBy = by;
			this.escalation = this.escalation.stopped();
		}
	}

	void reopen(Instant at) {
		if (become(IncidentStatus.TRIGGERED)) {
			this.acknowledgedAt = null;
			this.acknowledgedBy = null;
			this.resolvedAt = null;
			this.resolvedBy = null;
			this.escalation = this.escalation.nextRun(at);
		}
	}

	/**
	 * Takes over a new assessment. What has become worse while nobody has taken it is due
	 * at once, by the plan of the new severity.
	 */
	void assess(Assessment assessment, Instant at) {
		boolean worse = assessment.severity().isWorseThan(this.assessment.severity());
		this.assessment = assessment;
		if (worse && this.status == IncidentStatus.TRIGGERED) {
			this.escalation = this.escalation.replanned(at);
		}
	}

	/**
	 * Nothing fires any more, not even what the sender held back.
	 */
	boolean isQuiet() {
		return this.firing == 0 && this.hidden == 0;
	}

	Facts facts() {
		return new Facts(this.picture.labels(), this.picture.annotations(), this.firing + this.hidden,
				this.origin.integration(), (this.team != null) ? this.team : "");
	}

	String name() {
		return name(this.number);
	}

	static String name(long number) {
		return "INC-" + number;
	}

	DueIncident due() {
		return new DueIncident(this.id, this.number, this.title, this.assessment.severity().name(),
				this.assessment.reason(), this.team, this.policyVersionId, this.escalation.run(),
				this.escalation.startedAt(), this.escalation.position(), this.picture.labels(),
				this.picture.annotations(), this.firing + this.hidden, IncidentView.word(this.runbookState),
				this.runbooks, this.origin.groupLabels(), this.origin.integration());
	}

	private boolean become(IncidentStatus status) {
		if (this.status == status) {
			return false; // a repeated command is harmless
		}
		if (!this.status.next().contains(status)) {
			throw new Conflict("incident-status", "%s is %s and cannot become %s".formatted(name(),
					IncidentView.word(this.status), IncidentView.word(status)), this.status.commands());
		}
		this.status = status;
		return true;
	}

}
