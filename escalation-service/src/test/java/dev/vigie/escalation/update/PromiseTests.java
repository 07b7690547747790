package dev.vigie.escalation.update;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PromiseTests {

	private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

	@ParameterizedTest
	@CsvSource({ //
			"0, 0, 30", "0, 30, 30", "0, 31, 30", // not yet reminded: at the promised
													// time
			"1, 30, 60", "1, 31, 60", "1, 59, 60", // then each half hour
			"1, 60, 90", "1, 200, 210", // late: at the next, not at those missed
			"2, 60, 90", "3, 90, 120", "3, 95, 120", //
			"4, 120, ", "4, 500, ", "9, 30, " })
	void isDueAtTheTimeAndThenAfterEachInterval(int reminders, int now, @Nullable Integer due) {
		Promise promise = new Promise(minutes(30), Duration.ofMinutes(30), reminders);
		assertThat(promise.dueAfter(minutes(now))).isEqualTo(Optional.ofNullable(due).map((minute) -> minutes(minute)));
	}

	@Test
	void remindsAtMostFourTimesInOrderAndNeverEarlyHoweverLateTheWorkerIs() {
		Random random = new Random(11);
		for (int i = 0; i < 5_000; i++) {
			Duration within = Duration.ofSeconds(60 + random.nextInt(7 * 24 * 3600));
			Promise promise = Promise.made(NOON, within);
			List<Instant> reminded = new ArrayList<>();
			Optional<Instant> due = promise.dueAfter(NOON);
			while (due.isPresent()) {
				Instant now = due.get().plusSeconds(random.nextInt(3 * (int) within.toSeconds()));
				reminded.add(now);
				promise = promise.reminded();
				due = promise.dueAfter(now);
				due.ifPresent((next) -> assertThat(next).isAfter(now).isBeforeOrEqualTo(now.plus(within)));
			}
			assertThat(reminded).hasSize(Promise.MOST).isSorted().first().satisfies((first) -> {
				assertThat(first).isAfterOrEqualTo(NOON.plus(within));
			});
		}
	}

	private static Instant minutes(int minutes) {
		return NOON.plus(Duration.ofMinutes(minutes));
	}

}
