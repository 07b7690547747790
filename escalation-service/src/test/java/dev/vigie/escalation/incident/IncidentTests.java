package dev.vigie.escalation.incident;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import dev.vigie.escalation.policy.EscalationPlan;
import dev.vigie.escalation.severity.Assessment;
import dev.vigie.escalation.severity.Severity;
import dev.vigie.shared.problem.Conflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class IncidentTests {

	static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

	static final UUID ANOTHER = new UUID(0, 2);

	static final Instant LATER = NOON.plusSeconds(60);

	/**
	 * A column is a state, a cell where the command leads; empty is a 409.
	 */
	@ParameterizedTest
	@CsvSource(useHeadersInDisplayName = true, textBlock = """
			COMMAND,       TRIGGERED,    ACKNOWLEDGED, SNOOZED,      RESOLVED,  CLOSED,    CANCELLED, MERGED
			ACKNOWLEDGE,   ACKNOWLEDGED, ACKNOWLEDGED, ACKNOWLEDGED, ,          ,          ,
			UNACKNOWLEDGE, TRIGGERED,    TRIGGERED,    ,             ,          ,          ,
			INVESTIGATING, ,             ACKNOWLEDGED, ,             ,          ,          ,
			IDENTIFIED,    ,             ACKNOWLEDGED, ,             ,          ,          ,
			MITIGATED,     ,             ACKNOWLEDGED, ,             ,          ,          ,
			SNOOZE,        SNOOZED,      SNOOZED,      SNOOZED,      ,          ,          ,
			UNSNOOZE,      TRIGGERED,    ,             TRIGGERED,    ,          ,          ,
			RESOLVE,       RESOLVED,     RESOLVED,     RESOLVED,     RESOLVED,  ,          ,
			CLOSE,         ,             ,             ,             CLOSED,    CLOSED,    ,
			CANCEL,        CANCELLED,    CANCELLED,    CANCELLED,    ,          ,          CANCELLED,
			REOPEN,        TRIGGERED,    ,             ,             TRIGGERED, TRIGGERED, TRIGGERED, TRIGGERED
			RESTART,       TRIGGERED,    TRIGGERED,    TRIGGERED,    ,          ,          ,
			MERGE,         MERGED,       MERGED,       MERGED,       ,          ,          ,          MERGED
			SPLIT,         TRIGGERED,    ACKNOWLEDGED, SNOOZED,      ,          ,          ,
			""")
	void goesWhereItsStatusAllows(ArgumentsAccessor cells) {
		IncidentCommand command = cells.get(0, IncidentCommand.class);
		for (IncidentStatus from : IncidentStatus.values()) {
			IncidentStatus to = cells.get(1 + from.ordinal(), IncidentStatus.class);
			assertThat(from.after(command)).as("%s when %s", command, from).isEqualTo(Optional.ofNullable(to));
			Incident incident = in(from);
			if (to == null) {
				assertThatExceptionOfType(Conflict.class).isThrownBy(() -> say(incident, command));
				assertThat(incident.status).isEqualTo(from);
				continue;
			}
			say(incident, command);
			assertThat(incident.status).isEqualTo(to);
			assertThat(incident.escalation.dueAt() != null).as("due, %s when %s", command, from)
				.isEqualTo(to == IncidentStatus.TRIGGERED || to == IncidentStatus.SNOOZED);
		}
	}

	@ParameterizedTest
	@EnumSource(IncidentStatus.class)
	void offersWhatChangesSomething(IncidentStatus status) {
		for (IncidentCommand command : IncidentCommand.values()) {
			IncidentStatus to = status.after(command).orElse(null);
			if (status.commands().contains(command.word())) {
				assertThat(to).isNotNull();
			}
			else {
				assertThat(to).isIn(null, status);
			}
		}
	}

	@ParameterizedTest
	@EnumSource(IncidentStatus.class)
	void takesNoHarmFromACommandThatIsRepeated(IncidentStatus from) {
		for (IncidentCommand command : IncidentCommand.values()) {
			if (from.after(command).isPresent()) {
				Incident incident = in(from);
				say(incident, command);
				IncidentRow once = IncidentRow.of(incident);
				assertThat(say(incident, command)).as("%s again", command).isFalse();
				assertThat(IncidentRow.of(incident)).isEqualTo(once);
			}
		}
	}

	@Test
	void goesOnWhereItStoodWhenNobodyIsInChargeAnyMore() {
		Incident incident = in(IncidentStatus.TRIGGERED);
		EscalationPlan.Position third = new EscalationPlan.Position(0, 2);
		incident.escalation = new EscalationClock(1, NOON, third, LATER, null, null, EscalationClock.Told.NOBODY);
		incident.acknowledge("ada", NOON.plusSeconds(20), null);
		incident.snooze(NOON.plusSeconds(500), NOON.plusSeconds(100));
		incident.unsnooze(NOON.plusSeconds(300));
		assertThat(incident.escalation.position()).isEqualTo(third);
		assertThat(incident.escalation.startedAt()).isEqualTo(NOON.plusSeconds(280));
		assertThat(incident.escalation.dueAt()).isEqualTo(NOON.plusSeconds(300));
		assertThat(incident.acknowledgedBy).isNull();
	}

	@Test
	void knowsWhenItWasLastUnderstoodAndMitigated() {
		Incident incident = in(IncidentStatus.ACKNOWLEDGED);
		assertThat(incident.phase).isEqualTo(IncidentPhase.INVESTIGATING);
		incident.advance(IncidentPhase.MITIGATED, NOON);
		assertThat(incident.identifiedAt).isNull();
		assertThat(incident.mitigatedAt).isEqualTo(NOON);
		incident.advance(IncidentPhase.IDENTIFIED, LATER);
		assertThat(incident.mitigatedAt).isNull();
		incident.advance(IncidentPhase.MITIGATED, LATER);
		assertThat(incident.identifiedAt).isEqualTo(LATER);
		incident.unacknowledge(LATER);
		incident.acknowledge("grace", LATER, null);
		assertThat(incident.phase).isEqualTo(IncidentPhase.MITIGATED);
	}

	@Test
	void remembersWhoWasFirst() {
		Incident incident = in(IncidentStatus.TRIGGERED);
		incident.acknowledge("ada", NOON, null);
		incident.acknowledge("grace", LATER, null);
		assertThat(incident.acknowledgedBy).isEqualTo("ada");
		assertThat(incident.acknowledgedAt).isEqualTo(NOON);
	}

	@Test
	void beginsANewRunWhenReopened() {
		Incident incident = in(IncidentStatus.RESOLVED);
		incident.reopen(LATER);
		assertThat(incident.escalation).isEqualTo(new EscalationClock(2, LATER, EscalationPlan.Position.START, LATER,
				null, null, EscalationClock.Told.NOBODY));
		assertThat(incident.resolvedAt).isNull();
		assertThat(incident.acknowledgedBy).isNull();
	}

	@ParameterizedTest
	@EnumSource(value = IncidentStatus.class, names = { "TRIGGERED", "ACKNOWLEDGED", "SNOOZED" })
	void beginsANewRunByNewerVersionsWhoeverHasIt(IncidentStatus status) {
		Incident incident = in(status);
		incident.escalation = incident.escalation.replanned(NOON);
		incident.restart(new DueIncident.Plan(ANOTHER, Map.of("management", ANOTHER)), LATER);
		assertThat(incident.escalation).isEqualTo(new EscalationClock(2, LATER, EscalationPlan.Position.START, LATER,
				null, null, EscalationClock.Told.NOBODY));
		assertThat(incident.acknowledgedBy).isNull();
		assertThat(incident.snoozedUntil).isNull();
		assertThat(incident.policies).containsEntry("management", ANOTHER);
	}

	@ParameterizedTest
	@EnumSource(value = IncidentStatus.class, names = { "TRIGGERED", "ACKNOWLEDGED", "SNOOZED" })
	void staysWithWhoeverHasItWhenNoVersionIsNewer(IncidentStatus status) {
		Incident incident = in(status);
		IncidentRow before = IncidentRow.of(incident);
		assertThat(incident.restart(incident.plan(), LATER)).isFalse();
		assertThat(IncidentRow.of(incident)).isEqualTo(before);
	}

	@ParameterizedTest
	@CsvSource({ "TRIGGERED,P3,P1,true", "TRIGGERED,P3,P3,false", "TRIGGERED,P3,P5,false", "ACKNOWLEDGED,P3,P1,true",
			"SNOOZED,P3,P1,true", "RESOLVED,P3,P1,false" })
	void isDueAtOnceWhenItBecomesWorseWhoeverHasIt(IncidentStatus status, Severity before, Severity after,
			boolean due) {
		Incident incident = in(IncidentStatus.TRIGGERED);
		incident.assessment = new Assessment(before, "x");
		incident.escalation = incident.escalation.stopped();
		incident.status = status;
		incident.assess(new Assessment(after, "y"), LATER);
		assertThat(LATER.equals(incident.escalation.dueAt())).isEqualTo(due);
		assertThat(incident.assessment.severity()).isEqualTo(after);
	}

	@ParameterizedTest
	@CsvSource({ "0,0,true", "1,0,false", "0,3,false" })
	void isQuietOnlyWhenNothingIsHeldBack(int firing, int hidden, boolean quiet) {
		Incident incident = in(IncidentStatus.TRIGGERED);
		incident.firing = firing;
		incident.hidden = hidden;
		assertThat(incident.isQuiet()).isEqualTo(quiet);
	}

	static Incident in(IncidentStatus status) {
		Incident incident = new Incident(new UUID(0, 1), 42, "Down", Origin.of("prometheus", Map.of("a", "b")), NOON);
		switch (status) {
			case TRIGGERED -> {
				// as it begins
			}
			case ACKNOWLEDGED -> incident.acknowledge("ada", NOON, null);
			case SNOOZED -> incident.snooze(LATER, NOON);
			case RESOLVED -> incident.resolve(null, NOON);
			case CLOSED -> {
				incident.resolve(null, NOON);
				incident.close("ada", NOON);
			}
			case CANCELLED -> incident.cancel("ada", NOON);
			case MERGED -> incident.merge(ANOTHER, NOON);
		}
		return incident;
	}

	private static boolean say(Incident incident, IncidentCommand command) {
		return switch (command) {
			case ACKNOWLEDGE -> incident.acknowledge("ada", LATER, null);
			case UNACKNOWLEDGE -> incident.unacknowledge(LATER);
			case INVESTIGATING -> incident.advance(IncidentPhase.INVESTIGATING, LATER);
			case IDENTIFIED -> incident.advance(IncidentPhase.IDENTIFIED, LATER);
			case MITIGATED -> incident.advance(IncidentPhase.MITIGATED, LATER);
			case SNOOZE -> incident.snooze(LATER.plusSeconds(60), LATER);
			case UNSNOOZE -> incident.unsnooze(LATER);
			case RESOLVE -> incident.resolve("ada", LATER);
			case CLOSE -> incident.close("ada", LATER);
			case CANCEL -> incident.cancel("ada", LATER);
			case REOPEN -> incident.reopen(LATER);
			case RESTART -> incident.restart(new DueIncident.Plan(ANOTHER, Map.of()), LATER);
			case MERGE -> incident.merge(ANOTHER, LATER);
			case SPLIT -> incident.split();
		};
	}

}
