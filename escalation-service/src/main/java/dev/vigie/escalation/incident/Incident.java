package dev.vigie.escalation.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.vigie.escalation.condition.Facts;
import dev.vigie.escalation.condition.Numbers;
import dev.vigie.escalation.condition.Standing;
import dev.vigie.escalation.policy.Progress;
import dev.vigie.escalation.severity.Assessment;
import dev.vigie.escalation.severity.Severity;
import dev.vigie.shared.problem.Conflict;
import dev.vigie.shared.problem.Invalid;

/**
 * What people are paged for. Holds the rules; {@link Incidents} keeps the fields.
 */
class Incident {

	final UUID id;

	final long number;

	String title;

	final Instant triggeredAt;

	Origin origin;

	IncidentStatus status = IncidentStatus.TRIGGERED;

	Assessment assessment = new Assessment(Severity.P3, "default");

	Picture picture = new Picture(Map.of(), Map.of());

	/**
	 * What was last counted of the alerts, as far as somebody asked; not kept.
	 */
	Numbers numbers = Numbers.NONE;

	EscalationClock escalation;

	@Nullable String team;

	int firing;

	int hidden;

	int groupCount;

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

	@Nullable Outcome outcome;

	@Nullable UUID mergedInto;

	@Nullable UUID splitFrom;

	@Nullable String declaredBy;

	/**
	 * The incident whose policy declared this one.
	 */
	@Nullable UUID declaredFrom;

	Impact impact = new Impact(false, null, null);

	Visibility visibility = Visibility.OPEN;

	/**
	 * Who decided on the severity, null while the rules do.
	 */
	@Nullable String severitySetBy;

	/**
	 * What the rules say meanwhile, null where they decide or have said nothing yet.
	 */
	@Nullable Assessment ruled;

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
	boolean acknowledge(String by, Instant at, @Nullable Duration patience) {
		if (!obey(IncidentCommand.ACKNOWLEDGE)) {
			return false;
		}
		this.acknowledgedAt = at;
		this.acknowledgedBy = by;
		this.snoozedUntil = null;
		this.phase = (this.phase != null) ? this.phase : IncidentPhase.INVESTIGATING;
		this.escalation = this.escalation.paused(at, (patience != null) ? at.plus(patience) : null);
		return true;
	}

	boolean unacknowledge(Instant at) {
		return obey(IncidentCommand.UNACKNOWLEDGE) && resumed(at);
	}

	boolean unsnooze(Instant at) {
		return obey(IncidentCommand.UNSNOOZE) && resumed(at);
	}

	/**
	 * What kept it still is over by itself.
	 */
	void resume(Instant at) {
		if (this.status == IncidentStatus.ACKNOWLEDGED) {
			unacknowledge(at);
		}
		else {
			unsnooze(at);
		}
	}

	// Nobody is in charge any more: the escalation goes on where it stood.
	private boolean resumed(Instant at) {
		this.acknowledgedAt = null;
		this.acknowledgedBy = null;
		this.snoozedUntil = null;
		this.escalation = this.escalation.resumed(at);
		return true;
	}

	/**
	 * Those who took it have come so far, or have to go back.
	 */
	boolean advance(IncidentPhase phase, Instant at) {
		obey(phase.command());
		if (this.phase == phase) {
			return false;
		}
		this.phase = phase;
		this.identifiedAt = phase.reached(IncidentPhase.IDENTIFIED, this.identifiedAt, at);
		this.mitigatedAt = phase.reached(IncidentPhase.MITIGATED, this.mitigatedAt, at);
		return true;
	}

	boolean snooze(Instant until, Instant at) {
		boolean fresh = obey(IncidentCommand.SNOOZE);
		if (!fresh && until.equals(this.snoozedUntil)) {
			return false;
		}
		this.snoozedUntil = until;
		this.escalation = this.escalation.paused(at, until);
		return true;
	}

	/**
	 * @param by who resolved it, null when its alerts did
	 */
	boolean resolve(@Nullable String by, Instant at) {
		if (!obey(IncidentCommand.RESOLVE)) {
			return false;
		}
		this.resolvedAt = at;
		this.resolvedBy = by;
		this.snoozedUntil = null;
		this.escalation = this.escalation.stopped();
		return true;
	}

	boolean close(String by, Instant at) {
		if (!obey(IncidentCommand.CLOSE)) {
			return false;
		}
		this.closedAt = at;
		this.closedBy = by;
		return true;
	}

	boolean cancel(String by, Instant at) {
		if (!obey(IncidentCommand.CANCEL)) {
			return false;
		}
		this.closedAt = at;
		this.closedBy = by;
		this.snoozedUntil = null;
		this.escalation = this.escalation.stopped();
		return true;
	}

	/**
	 * Another incident is about the same, and goes on alone.
	 */
	boolean merge(UUID into, Instant at) {
		if (!obey(IncidentCommand.MERGE)) {
			return false;
		}
		this.mergedInto = into;
		this.closedAt = at;
		this.snoozedUntil = null;
		this.escalation = this.escalation.stopped();
		return true;
	}

	/**
	 * Some of its alerts are about something else.
	 * @return false, for the incident itself stays as it is
	 */
	boolean split() {
		return obey(IncidentCommand.SPLIT);
	}

	/**
	 * Says what it turned out to be, or that it was something else than thought.
	 */
	boolean turnsOut(Outcome outcome) {
		boolean fresh = this.outcome != outcome;
		this.outcome = outcome;
		return fresh;
	}

	boolean reopen(Instant at) {
		if (!obey(IncidentCommand.REOPEN)) {
			return false;
		}
		this.acknowledgedAt = null;
		this.acknowledgedBy = null;
		this.resolvedAt = null;
		this.resolvedBy = null;
		this.closedAt = null;
		this.closedBy = null;
		this.outcome = null;
		this.mergedInto = null;
		this.phase = null;
		this.identifiedAt = null;
		this.mitigatedAt = null;
		this.escalation = this.escalation.nextRun(at);
		return true;
	}

	/**
	 * Begins anew by newer versions of its policies, also for whoever took it or put it
	 * off. The versions it has say nothing new.
	 */
	boolean restart(DueIncident.Plan newest, Instant at) {
		IncidentStatus to = after(IncidentCommand.RESTART);
		if (newest.equals(plan())) {
			return false;
		}
		this.status = to;
		this.acknowledgedAt = null;
		this.acknowledgedBy = null;
		this.snoozedUntil = null;
		this.policyVersionId = newest.policy();
		this.policies = newest.others();
		this.escalation = this.escalation.nextRun(at);
		return true;
	}

	/**
	 * Takes over what the rules say, unless somebody else has decided. What has become
	 * worse is told at once by the plan of the new severity, even if somebody took the
	 * milder one; so is what the rules newly find worse than somebody decided, by the
	 * plan of what was decided.
	 */
	void assess(Assessment assessment, Instant at) {
		if (this.severitySetBy == null) {
			take(assessment, at);
			return;
		}
		boolean outgrown = outgrows(assessment);
		this.ruled = assessment;
		if (outgrown) {
			tellAnew(at);
		}
	}

	/**
	 * Whether the rules find it worse than somebody decided, and worse than they did.
	 */
	boolean outgrows(Assessment assessment) {
		return assessment.severity().isWorseThan(this.assessment.severity())
				&& (this.ruled == null || assessment.severity().isWorseThan(this.ruled.severity()));
	}

	/**
	 * Somebody decides on the severity; the rules go on beside it.
	 * @return whether that is new
	 */
	boolean decide(Assessment decided, String by, Instant at) {
		if (this.severitySetBy != null && decided.equals(this.assessment)) {
			return false;
		}
		checkOpen();
		this.ruled = (this.severitySetBy == null) ? this.assessment : this.ruled;
		this.severitySetBy = by;
		take(decided, at);
		return true;
	}

	/**
	 * The rules decide again.
	 * @return whether that is new
	 */
	boolean letRulesDecide(Assessment assessment, Instant at) {
		if (this.severitySetBy == null) {
			return false;
		}
		checkOpen();
		this.severitySetBy = null;
		this.ruled = null;
		take(assessment, at);
		return true;
	}

	private void checkOpen() {
		if (!this.status.isOpen()) {
			throw new Conflict("incident-status",
					"%s is %s and keeps its severity".formatted(name(), IncidentView.word(this.status)),
					this.status.commands());
		}
	}

	private void take(Assessment next, Instant at) {
		boolean worse = next.severity().isWorseThan(this.assessment.severity());
		this.assessment = next;
		if (worse) {
			tellAnew(at);
		}
	}

	private void tellAnew(Instant at) {
		if (this.status.isOpen()) {
			this.status = IncidentStatus.TRIGGERED;
			this.acknowledgedAt = null;
			this.acknowledgedBy = null;
			this.snoozedUntil = null;
			this.escalation = this.escalation.replanned(at);
		}
	}

	/**
	 * What it does to the business is known now, or known better.
	 */
	boolean affects(Impact impact, Instant at) {
		if (impact.startedAt() != null && impact.startedAt().isAfter(at)) {
			throw new Invalid("startedAt", "must not be after now");
		}
		Impact before = this.impact;
		this.impact = impact;
		if (before.business() != impact.business()) {
			reconsider(at);
		}
		return !impact.equals(before);
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
				this.origin.integration(), (this.team != null) ? this.team : "")
			.with(this.numbers)
			.with(new Standing(this.assessment.severity().name(), this.impact.business()));
	}

	String name() {
		return name(this.number);
	}

	static String name(long number) {
		return "INC-" + number;
	}

	// Whoever is paged hears of it when the rules find it worse.
	private String reason() {
		Assessment other = this.ruled;
		return (other != null && other.severity().isWorseThan(this.assessment.severity()))
				? "%s (%s? %s)".formatted(this.assessment.reason(), other.severity(), other.reason())
				: this.assessment.reason();
	}

	DueIncident.Plan plan() {
		return new DueIncident.Plan(this.policyVersionId, this.policies);
	}

	DueIncident due() {
		return new DueIncident(this.id, this.number, this.title, this.assessment.severity().name(), reason(), this.team,
				plan(),
				new Progress(this.escalation.run(), this.escalation.startedAt(), this.escalation.position(),
						this.escalation.told().again(), this.escalation.told().repage(),
						this.escalation.told().skipped()),
				facts(), IncidentView.word(this.runbookState), this.runbooks, this.origin.groupLabels(),
				this.visibility.isPrivate(), this.triggeredAt);
	}

	/**
	 * Goes where the command leads.
	 * @return false when it is there: a repeated command is harmless
	 */
	private boolean obey(IncidentCommand command) {
		IncidentStatus to = after(command);
		boolean moves = to != this.status;
		this.status = to;
		return moves;
	}

	private IncidentStatus after(IncidentCommand command) {
		return this.status.after(command).orElseThrow(() -> illegal(command));
	}

	private Conflict illegal(IncidentCommand command) {
		return new Conflict("incident-status",
				"%s is %s, which does not go with %s".formatted(name(), IncidentView.word(this.status), command.word()),
				this.status.commands());
	}

}
