package dev.vigie.escalation.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.vigie.escalation.policy.EscalationPlan.DueStep;
import dev.vigie.escalation.policy.EscalationPlan.Position;

import static org.assertj.core.api.Assertions.assertThat;

class TurnTests {

	static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

	// Steps after 0 and 10 minutes, gone through three times, each 20 minutes after the
	// one before; written cycle.step.
	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			0.1                      ; 1.0      ; 15     ; -                    ; 0.1         ; -
			0.1 1.1 2.1              ; 3.0      ; 60     ; -                    ; 2.1         ; -
			0.0 0.1 1.0 1.1          ; 2.0      ; 35     ; -                    ; 1.0 1.1     ; -
			0.1 1.1 2.1              ; 3.0      ; 60     ; 0.1 1.1 2.1          ; -           ; 0.1 1.1 2.1
			0.1 1.1 2.1              ; 3.0      ; 60     ; 2.1                  ; 1.1         ; 2.1
			0.1                      ; 1.1      ; 30     ; -                    ; 1.1         ; -
			0.1                      ; 1.1      ; 30     ; 1.1                  ; 0.1         ; 1.1
			0.1 1.1                  ; 2.0      ; 40     ; -                    ; 1.1 2.0     ; -
			-                        ; 0.0      ; 30     ; -                    ; 0.0 0.1 1.0 1.1 ; -
			""")
	void makesUpOnceForAStepHoweverManyCyclesSkippedIt(String skipped, String position, int minute, String shut,
			String carriedOut, String waiting) {
		List<Position> closed = positions(shut);
		Progress progress = new Progress(1, NOON, positions(position).getFirst(), 0, false, positions(skipped));
		Turn turn = Turn.of(plan(), progress, NOON.plus(Duration.ofMinutes(minute)),
				(step) -> !closed.contains(step.position()));
		assertThat(turn.carriedOut().stream().map(DueStep::position)).containsExactlyElementsOf(positions(carriedOut));
		assertThat(turn.waiting()).containsExactlyElementsOf(positions(waiting));
	}

	private static EscalationPlan plan() {
		List<EscalationStep> steps = IntStream.range(0, 2)
			.mapToObj((index) -> new EscalationStep(index, Duration.ofMinutes(10L * index), null,
					List.of(new Target.Channel("ops")), new Telling.Together(), List.of()))
			.toList();
		return new EscalationPlan(steps, 2, Duration.ofMinutes(10), null);
	}

	private static List<Position> positions(String text) {
		return Arrays.stream(text.split(" "))
			.filter((one) -> !one.equals("-"))
			.map((one) -> new Position(one.charAt(0) - '0', one.charAt(2) - '0'))
			.toList();
	}

}
