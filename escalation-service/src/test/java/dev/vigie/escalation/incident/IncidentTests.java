package dev.vigie.escalation.incident;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.vigie.escalation.policy.EscalationPlan;
import dev.vigie.escalation.severity.Assessment;
import dev.vigie.escalation.severity.Severity;
import dev.vigie.shared.problem.Conflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class IncidentTests {

	static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

	static final Instant LATER = NOON.plusSeconds(60);

	@ParameterizedTest
	@CsvSource({ "TRIGGERED,acknowledge,ACKNOWLEDGED", "TRIGGERED,resolve,RESOLVED", "TRIGGERED,reopen,TRIGGERED",
			"ACKNOWLEDGED,acknowledge,ACKNOWLEDGED", "ACKNOWLEDGED,resolve,RESOLVED", "ACKNOWLEDGED,reopen,",
			"RESOLVED,acknowledge,", "RESOLVED,resolve,RESOLVED", "RESOLVED,reopen,TRIGGERED" })
	void goesWhereItsStatusAllows(IncidentStatus from, String command, IncidentStatus to) {
		Incident incident = in(from);
		if (to == null) {
			assertThatExceptionOfType(Conflict.class).isThrownBy(() -> command(incident, command));
			assertThat(incident.status).isEqualTo(from);
			return;
		}
		command(incident, command);
		assertThat(incident.status).isEqualTo(to);
		assertThat(incident.escalation.dueAt() != null).isEqualTo(to == IncidentStatus.TRIGGERED);
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
			case CLOSED, CANCELLED, MERGED -> incident.status = status;
		}
		return incident;
	}

	private static void command(Incident incident, String command) {
		switch (command) {
			case "acknowledge" -> incident.acknowledge("ada", LATER, null);
			case "resolve" -> incident.resolve("ada", LATER);
			default -> incident.reopen(LATER);
		}
	}

}
