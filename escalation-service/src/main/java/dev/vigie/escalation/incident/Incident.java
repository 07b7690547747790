package dev.vigie.escalation.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.vigie.escalation.condition.Facts;
import dev.vigie.escalation.policy.Progress;
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

	/**
	 * The versions of the policies that the policy leads to, by name.
	 */
	Map<String, UUID> policies = Map.of();

	RunbookState runbookState = RunbookState.PENDING;

	List<RunbookLink> runbooks = List.of();

	@Nullable Instant acknowledgedAt;

	@Nullable String acknowledgedBy;

	@Nullable Instant resolvedAt;

	@Nullable String resolvedBy;

	@Nullable Instant snoozedUntil;

	@Nullable IncidentPhase phase;

	@Nullable Instant identifiedAt;

	@Nullable Instant mitigatedAt;

	@Nullable Instant closedAt;

	@Nullable String closedBy;

	@Nullable String outcome;

	@Nullable UUID mergedInto;

	@Nullable String declaredBy;

	boolean businessImpact;

	@Nullable String impact;

	@Nullable Instant impactStartedAt;

	boolean isPrivate;

	/**
	 * Who decided on the severity, null while the rules do.
	 */
	@Nullable String severitySetBy;

	Incident(UUID id, long number, String title, Origin origin, Instant triggeredAt) {
		this.id = id;
		this.number = number;
		this.title = title;
		this.origin = origin;
		this.triggeredAt = triggeredAt;
		this.escalation = EscalationClock.startingAt(triggeredAt);
	}

	/**
	 * @param patience how long that holds before somebody has to say so again, null for
	 * ever
	 */
	void acknowledge(String by, Instant at, @Nullable Duration patience) {
		if (become(IncidentStatus.ACKNOWLEDGED)) {
			this.acknowledgedAt = at;
			this.acknowledgedBy = by;
			this.snoozedUntil = null;
			this.phase = (this.phase != null) ? this.phase : IncidentPhase.INVESTIGATING;
			this.escalation = this.escalation.paused(at, (patience != null) ? at.plus(patience) : null);
		}
	}

	/**
	 * Nobody is in charge any more: the escalation goes on where it stood.
	 */
	void resume(Instant at) {
		if (become(IncidentStatus.TRIGGERED)) {
			this.acknowledgedAt = null;
			this.acknowledgedBy = null;
			this.snoozedUntil = null;
			this.escalation = this.escalation.resumed(at);
		}
	}

	void snooze(Instant until, Instant at) {
		become(IncidentStatus.SNOOZED);
		this.snoozedUntil = until;
		this.escalation = this.escalation.paused(at, until);
	}

	/**
	 * @param by who resolved it, null when its alerts did
	 */
	void resolve(@Nullable String by, Instant at) {
		if (become(IncidentStatus.RESOLVED)) {
			this.resolvedAt = at;
			this.resolvedBy = by;
			this.snoozedUntil = null;
			this.escalation = this.escalation.stopped();
		}
	}

	void reopen(Instant at) {
		if (this.status.isOpen() && this.status != IncidentStatus.TRIGGERED) {
			throw illegal("reopened");
		}
		if (become(IncidentStatus.TRIGGERED)) {
			this.acknowledgedAt = null;
			this.acknowledgedBy = null;
			this.resolvedAt = null;
			this.resolvedBy = null;
			this.escalation = this.escalation.nextRun(at);
		}
	}

	/**
	 * Takes over a new assessment. What has become worse is due at once by the plan of
	 * the new severity, even if somebody took the milder one.
	 */
	void assess(Assessment assessment, Instant at) {
		boolean worse = assessment.severity().isWorseThan(this.assessment.severity());
		this.assessment = assessment;
		if (worse && this.status.isOpen()) {
			this.status = IncidentStatus.TRIGGERED;
			this.acknowledgedAt = null;
			this.acknowledgedBy = null;
			this.snoozedUntil = null;
			this.escalation = this.escalation.replanned(at);
		}
	}

	/**
	 * What conditions ask about has changed.
	 */
	void reconsider(Instant at) {
		if (this.status == IncidentStatus.TRIGGERED) {
			this.escalation = this.escalation.reconsidered(at);
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
				this.assessment.reason(), this.team, new DueIncident.Plan(this.policyVersionId, this.policies),
				new Progress(this.escalation.run(), this.escalation.startedAt(), this.escalation.position(),
						this.escalation.told().again(), this.escalation.told().repage(),
						this.escalation.told().skipped()),
				facts(), IncidentView.word(this.runbookState), this.runbooks, this.origin.groupLabels());
	}

	private boolean become(IncidentStatus status) {
		if (this.status == status) {
			return false; // a repeated command is harmless
		}
		if (!this.status.next().contains(status)) {
			throw illegal(IncidentView.word(status));
		}
		this.status = status;
		return true;
	}

	private Conflict illegal(String become) {
		return new Conflict("incident-status",
				"%s is %s and cannot become %s".formatted(name(), IncidentView.word(this.status), become),
				this.status.commands());
	}

}
