package dev.vigie.escalation.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.vigie.escalation.policy.EscalationPlan.DueStep;
import dev.vigie.escalation.policy.EscalationPlan.Position;
import dev.vigie.escalation.policy.EscalationPlan.Stage;

import static org.assertj.core.api.Assertions.assertThat;

class EscalationPlanTests {

	static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

	static final EscalationPlan PLAN = plan(1, 30, 0, 15, 15);

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			# minutes | cycle | step | due           | next | next due
			0         | 0     | 0    | 0.0           | 0.1  | 15
			14        | 0     | 1    |               |      | 15
			15        | 0     | 1    | 0.1 0.2       | 1.0  | 45
			16        | 0     | 0    | 0.0 0.1 0.2   | 1.0  | 45
			45        | 1     | 0    | 1.0           | 1.1  | 60
			60        | 1     | 1    | 1.1 1.2       | 2.0  |
			600       | 0     | 2    | 0.2 1.0 1.1 1.2 | 2.0 |
			600       | 2     | 0    |               |      |
			20        | 0     | 7    |               |      | 45
			""")
	void saysWhatIsDueAndWhatComesNext(long minutes, int cycle, int step, String due, String next, Long nextDue) {
		Stage stage = PLAN.at(NOON, new Position(cycle, step), NOON.plus(Duration.ofMinutes(minutes)));
		Instant nextDueAt = (nextDue != null) ? NOON.plus(Duration.ofMinutes(nextDue)) : null;
		switch (stage) {
			case Stage.Notify notify -> {
				assertThat(notify.due()).extracting((found) -> found.cycle() + "." + found.step().index())
					.containsExactly(due.split(" "));
				assertThat(notify.next().cycle() + "." + notify.next().step()).isEqualTo(next);
				assertThat(notify.nextDueAt()).isEqualTo(nextDueAt);
			}
			case Stage.Wait wait -> assertThat(wait.until()).isEqualTo(nextDueAt);
			case Stage.Exhausted _ -> assertThat(nextDueAt).isNull();
		}
	}

	@Test
	void tellsNobodyWhenItHasNoSteps() {
		assertThat(plan(0, 0).at(NOON, Position.START, NOON)).isInstanceOf(Stage.Exhausted.class);
		assertThat(plan(10, 1).at(NOON, Position.START, NOON)).isInstanceOf(Stage.Exhausted.class);
	}

	@Test
	void losesNoStepAndRepeatsNoneHoweverOftenItIsAsked() {
		Random random = new Random(42);
		for (int trial = 0; trial < 2_000; trial++) {
			EscalationPlan plan = randomPlan(random);
			List<DueStep> told = new ArrayList<>();
			Position position = Position.START;
			Instant now = NOON.minusSeconds(random.nextInt(60));
			boolean exhausted = false;
			for (int look = 0; look < 100_000 && !exhausted; look++) {
				switch (plan.at(NOON, position, now)) {
					case Stage.Notify notify -> {
						told.addAll(notify.due());
						position = notify.next();
						assertThat(notify.nextDueAt()).satisfiesAnyOf((next) -> assertThat(next).isNull(),
								isAfter(now));
					}
					case Stage.Wait wait -> assertThat(wait.until()).isAfter(now);
					case Stage.Exhausted _ -> exhausted = true;
				}
				now = now.plusSeconds(random.nextInt(3_600));
			}
			assertThat(exhausted).isTrue();
			assertThat(told).extracting((step) -> step.cycle() + "." + step.step().index())
				.containsExactlyElementsOf(all(plan));
		}
	}

	private static Consumer<Instant> isAfter(Instant now) {
		return (next) -> assertThat(next).isAfter(now);
	}

	private static List<String> all(EscalationPlan plan) {
		List<String> all = new ArrayList<>();
		for (int cycle = 0; cycle <= plan.repeatTimes(); cycle++) {
			for (EscalationStep step : plan.steps()) {
				all.add(cycle + "." + step.index());
			}
		}
		return all;
	}

	private static EscalationPlan randomPlan(Random random) {
		int[] minutes = random.ints(1 + random.nextInt(5), 0, 90).sorted().toArray();
		return plan(random.nextInt(4), 1 + random.nextInt(60), minutes);
	}

	private static EscalationPlan plan(int repeat, int repeatAfter, int... minutes) {
		List<EscalationStep> steps = new ArrayList<>();
		for (int after : minutes) {
			steps.add(new EscalationStep(steps.size(), Duration.ofMinutes(after), null,
					List.of(new Target.OnCall("primary", "primary", List.of())), new Telling.Together(), List.of()));
		}
		return new EscalationPlan(steps, repeat, Duration.ofMinutes(repeatAfter), null);
	}

}
