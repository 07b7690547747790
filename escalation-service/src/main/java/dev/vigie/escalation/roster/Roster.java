package dev.vigie.escalation.roster;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

import dev.vigie.escalation.roster.OnCallClient.DraftsQuestion;
import dev.vigie.escalation.roster.OnCallClient.RosterAnswer;
import dev.vigie.escalation.roster.OnCallClient.ScheduleAnswer;
import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.problem.Problem.FieldError;
import dev.vigie.shared.problem.Unavailable;

/**
 * Asks oncall-service who can be paged, and remembers the answer for when it is away.
 */
@Component
public class Roster {

	private static final Logger log = LoggerFactory.getLogger(Roster.class);

	private static final Duration GOOD_FOR = Duration.ofSeconds(5);

	static final Duration AHEAD = Duration.ofDays(15);

	/**
	 * So that shift changes of the last day are found that were missed, and replicas
	 * whose clocks differ a little find the present in it.
	 */
	static final Duration BEHIND = Duration.ofHours(25);

	private final OnCallClient client;

	private final RosterSnapshots snapshots;

	private final InstantSource clock;

	private final CircuitBreaker circuit;

	Roster(OnCallClient client, RosterSnapshots snapshots, InstantSource clock, CircuitBreakerRegistry circuits) {
		this.client = client;
		this.snapshots = snapshots;
		this.clock = clock;
		this.circuit = circuits.circuitBreaker("oncall");
	}

	/**
	 * The roster to page by: at most five seconds old, unless oncall-service does not
	 * answer. Must not be called inside a transaction.
	 */
	public RosterView current() {
		RosterView stored = stored();
		Instant oldest = this.clock.instant().minus(GOOD_FOR);
		boolean good = stored.takenAt().filter((takenAt) -> !takenAt.isBefore(oldest)).isPresent();
		return (good) ? stored : refresh();
	}

	/**
	 * Asks in any case.
	 */
	public RosterView refresh() {
		Instant now = this.clock.instant();
		RosterAnswer answer;
		try {
			answer = this.circuit
				.executeSupplier(() -> this.client.roster(now.minus(BEHIND).toString(), now.plus(AHEAD).toString()));
		}
		catch (RuntimeException failure) {
			log.warn("The roster cannot be asked for now: {}", failure.getMessage());
			return stored().notAsked();
		}
		this.snapshots.keep(answer, now);
		return new RosterView(answer.at(now), now, true);
	}

	/**
	 * The roster of a time that may be over, asked for and not kept. Must not be called
	 * inside a transaction.
	 * @throws Unavailable while oncall-service does not answer
	 */
	public RosterView between(Instant from, Instant to) {
		try {
			return new RosterView(
					this.circuit.executeSupplier(() -> this.client.roster(from.toString(), to.toString())), from, true);
		}
		catch (RuntimeException failure) {
			log.warn("The roster from {} to {} cannot be asked for: {}", from, to, failure.getMessage());
			throw new Unavailable("oncall-service does not say who was on call", Duration.ofSeconds(30));
		}
	}

	/**
	 * The roster with schedules that are not saved, as if they had just been. Must not be
	 * called inside a transaction.
	 * @param drafts the specs by the names of the schedules
	 * @throws Invalid when oncall-service finds a spec wrong
	 * @throws Unavailable while oncall-service does not answer
	 */
	public RosterView drafted(Map<String, JsonNode> drafts) {
		RosterView present = current();
		Instant now = this.clock.instant();
		Drafted answer;
		try {
			answer = this.circuit.executeSupplier(() -> ask(drafts, now));
		}
		catch (RuntimeException failure) {
			log.warn("Drafts of schedules cannot be asked for: {}", failure.getMessage());
			throw new Unavailable("oncall-service does not say who would be on call", Duration.ofSeconds(30));
		}
		return switch (answer) {
			case Drafted.Answered(List<ScheduleAnswer> schedules) -> present.with(schedules);
			case Drafted.Refused(List<FieldError> errors) -> throw new Invalid(errors);
		};
	}

	// A wrong draft is no outage.
	private Drafted ask(Map<String, JsonNode> drafts, Instant now) {
		try {
			return new Drafted.Answered(this.client
				.drafted(now.minus(BEHIND).toString(), now.plus(AHEAD).toString(), new DraftsQuestion(drafts))
				.schedules());
		}
		catch (HttpClientErrorException.BadRequest wrong) {
			return Drafted.Refused.of(wrong);
		}
	}

	/**
	 * How asking for drafts ended.
	 */
	private sealed interface Drafted {

		record Answered(List<ScheduleAnswer> schedules) implements Drafted {
		}

		record Refused(List<FieldError> errors) implements Drafted {

			static Refused of(HttpClientErrorException.BadRequest wrong) {
				Problem problem = wrong.getResponseBodyAs(Problem.class);
				List<FieldError> errors = (problem != null && problem.errors() != null) ? problem.errors() : List.of();
				return new Refused(errors.isEmpty() ? List.of(new FieldError("drafts.schedules", "cannot be read"))
						: errors.stream()
							.map((error) -> new FieldError("drafts." + error.field(), error.reason()))
							.toList());
			}

		}

		record Problem(@Nullable List<FieldError> errors) {
		}

	}

	/**
	 * What was last answered, without asking. Who was to leave since then has left.
	 */
	public RosterView stored() {
		Instant now = this.clock.instant();
		return this.snapshots.last()
			.map((snapshot) -> new RosterView(snapshot.answer().at(now), snapshot.takenAt(), true))
			.orElseGet(() -> new RosterView(RosterAnswer.NOBODY, null, false));
	}

}
