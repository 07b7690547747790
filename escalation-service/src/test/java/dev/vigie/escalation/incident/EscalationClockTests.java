package dev.vigie.escalation.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.vigie.escalation.policy.EscalationPlan;
import dev.vigie.escalation.policy.EscalationPlan.DueStep;
import dev.vigie.escalation.policy.EscalationPlan.Position;
import dev.vigie.escalation.policy.EscalationStep;
import dev.vigie.escalation.policy.Progress;
import dev.vigie.escalation.policy.Target;
import dev.vigie.escalation.policy.Telling;
import dev.vigie.escalation.policy.Turn;

import static org.assertj.core.api.Assertions.assertThat;

class EscalationClockTests {

	static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

	@Test
	void goesOnAfterTheTimeThatWasLeft() {
		EscalationPlan plan = plan(0, 0, 15, 30);
		EscalationClock clock = look(EscalationClock.startingAt(NOON), plan, NOON, new ArrayList<>());
		clock = clock.paused(minute(5), null).resumed(minute(60));
		List<String> told = new ArrayList<>();
		clock = look(clock, plan, minute(60), told);
		assertThat(told).containsExactly("again 0.0");
		assertThat(clock.dueAt()).isEqualTo(minute(70));
		clock = look(clock, plan, minute(70), told);
		assertThat(told).containsExactly("again 0.0", "0.1");
		assertThat(clock.dueAt()).isEqualTo(minute(85));
	}

	@Test
	void countsOneStandstillWhereAcknowledgingFollowsSnoozing() {
		EscalationClock clock = EscalationClock.startingAt(NOON).paused(minute(5), minute(20)).paused(minute(10), null);
		assertThat(clock.resumed(minute(60)).startedAt()).isEqualTo(minute(55));
	}

	@Test
	void tellsNobodyAgainWhereNobodyWasTold() {
		EscalationClock clock = EscalationClock.startingAt(NOON).paused(minute(1), minute(20)).resumed(minute(20));
		List<String> told = new ArrayList<>();
		clock = look(clock, plan(0, 5, 15), minute(20), told);
		assertThat(told).isEmpty();
		assertThat(clock.dueAt()).isEqualTo(minute(24));
	}

	@Test
	void goesBackInTimeForNobody() {
		EscalationClock clock = EscalationClock.startingAt(NOON).paused(minute(10), null).resumed(minute(5));
		assertThat(clock.startedAt()).isEqualTo(NOON);
	}

	@Test
	void tellsASkippedStepAsSoonAsItsConditionHolds() {
		EscalationPlan plan = plan(0, 0, 60, 120);
		List<String> told = new ArrayList<>();
		EscalationClock clock = look(EscalationClock.startingAt(NOON), plan, NOON, told);
		clock = look(clock, plan, minute(60), told, List.of(new Position(0, 1)));
		assertThat(told).containsExactly("0.0");
		clock = look(clock.reconsidered(minute(70)), plan, minute(70), told);
		assertThat(told).containsExactly("0.0", "0.1");
		assertThat(clock.dueAt()).isEqualTo(minute(120));
		assertThat(clock.told().skipped()).isEmpty();
	}

	@Test
	void losesNoStepHoweverOftenItIsAcknowledgedAndGivenBack() {
		Random random = new Random(20261121);
		for (int trial = 0; trial < 2_000; trial++) {
			goThrough(random);
		}
	}

	private static void goThrough(Random random) {
		EscalationPlan plan = randomPlan(random);
		EscalationClock clock = EscalationClock.startingAt(NOON);
		List<String> told = new ArrayList<>();
		Instant now = NOON;
		Duration running = Duration.ZERO;
		while (clock.idleReason() == null) {
			if (clock.pausedAt() == null && random.nextInt(3) == 0) {
				Instant until = random.nextBoolean() ? now.plusSeconds(1 + random.nextInt(7_200)) : null;
				clock = clock.paused(now, until);
				now = (until != null) ? until.plusSeconds(random.nextInt(90)) : now.plusSeconds(random.nextInt(7_200));
				clock = clock.resumed(now);
			}
			assertThat(clock.dueAt()).as("a triggered incident is due or says why not").isNotNull();
			if (!now.isBefore(clock.dueAt())) {
				clock = look(clock, plan, now, told);
				assertThat(clock.dueAt() != null || clock.idleReason() != null).isTrue();
				if (clock.dueAt() != null) {
					assertThat(clock.dueAt()).isAfter(now);
				}
			}
			Duration passes = Duration.ofSeconds(1 + random.nextInt(1_800));
			running = running.plus(passes);
			now = now.plus(passes);
		}
		assertThat(told.stream().filter((one) -> !one.startsWith("again")))
			.containsExactlyElementsOf(IntStream.rangeClosed(0, plan.repeatTimes())
				.boxed()
				.flatMap((cycle) -> plan.steps().stream().map((step) -> cycle + "." + step.index()))
				.toList());
		assertThat(running).as("no step came before its time").isGreaterThanOrEqualTo(whole(plan));
	}

	private static Duration whole(EscalationPlan plan) {
		Duration last = plan.steps().getLast().after();
		return last.plus(last.plus(plan.repeatAfter()).multipliedBy(plan.repeatTimes()));
	}

	private static EscalationClock look(EscalationClock clock, EscalationPlan plan, Instant now, List<String> told) {
		return look(clock, plan, now, told, List.of());
	}

	// What Steps and DueTable do with a turn.
	private static EscalationClock look(EscalationClock clock, EscalationPlan plan, Instant now, List<String> told,
			List<Position> shut) {
		Progress progress = new Progress(clock.run(), clock.startedAt(), clock.position(), clock.told().again(),
				clock.told().repage(), clock.told().skipped());
		Turn turn = Turn.of(plan, progress, now, (step) -> !shut.contains(step.position()));
		for (DueStep step : turn.carriedOut()) {
			boolean known = clock.told().repage() && isBefore(step.position(), clock.position())
					&& !clock.told().skipped().contains(step.position());
			told.add((known ? "again " : "") + step.cycle() + "." + step.step().index());
		}
		return new EscalationClock(clock.run(), clock.startedAt(), turn.next(), turn.dueAt(),
				(turn.dueAt() == null) ? "POLICY_EXHAUSTED" : null, null,
				new EscalationClock.Told(clock.told().again(), false, turn.waiting()));
	}

	private static boolean isBefore(Position one, Position other) {
		return one.cycle() < other.cycle() || one.cycle() == other.cycle() && one.step() < other.step();
	}

	private static Instant minute(int minutes) {
		return NOON.plus(Duration.ofMinutes(minutes));
	}

	private static EscalationPlan randomPlan(Random random) {
		int[] minutes = random.ints(1 + random.nextInt(5), 0, 90).sorted().toArray();
		return plan(random.nextInt(3), minutes);
	}

	private static EscalationPlan plan(int repeat, int... minutes) {
		List<EscalationStep> steps = new ArrayList<>();
		for (int after : minutes) {
			steps.add(new EscalationStep(steps.size(), Duration.ofMinutes(after), null,
					List.of(new Target.Channel("ops")), new Telling.Together(), List.of()));
		}
		return new EscalationPlan(steps, repeat, Duration.ofMinutes(10), null);
	}

}
