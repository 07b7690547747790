package dev.vigie.escalation.grouping;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class StormTests {

	private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

	private static final Storm.Limit LIMIT = new Storm.Limit(3, Duration.ofSeconds(60));

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			# when alerts begin to fire ; asked at ; rages
			0 0 0                       ; 0        ; false
			0 0 0 0                     ; 0        ; true
			0 10 20 59                  ; 59       ; true
			0 10 20 60                  ; 60       ; false
			0 10 20 59                  ; 119      ; true
			0 10 20 59                  ; 120      ; false
			0 0 0 0 30                  ; 119      ; true
			0 0 0 0 59 59 59            ; 119      ; true
			0 0 0 0 59 59 59            ; 120      ; false
			0 0 0 0 60 60 60            ; 119      ; true
			0 0 0 0 60 60 60            ; 120      ; false
			0 0 0 0 60 60 60 60         ; 179      ; true
			0 0 0 0 60 60 60 60         ; 180      ; false
			50 0 0 0                    ; 50       ; true
			""")
	void ragesFromTheFirstAlertTooManyUntilAWindowAfterTheRateFell(String arrivals, long asked, boolean rages) {
		Storm storm = Storm.NONE;
		for (String second : arrivals.split(" ")) {
			storm = storm.and(LIMIT, NOON.plusSeconds(Long.parseLong(second)));
		}
		assertThat(storm.rages(LIMIT, NOON.plusSeconds(asked))).isEqualTo(rages);
	}

	@Test
	void remembersNoMoreThanItNeeds() {
		Storm storm = Storm.NONE;
		for (int i = 0; i < 10_000; i++) {
			storm = storm.and(LIMIT, NOON.plusMillis(i));
		}
		assertThat(storm.arrivals()).hasSize(4);
		assertThat(storm.calmFrom()).isEqualTo(NOON.plusMillis(9996).plusSeconds(60));
	}

	// The rate of every second, counted the slow way.
	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 })
	void saysWhatCountingAtEveryMomentSays(long seed) {
		Random random = new Random(seed);
		for (int round = 0; round < 50; round++) {
			Storm.Limit limit = new Storm.Limit(1 + random.nextInt(6), Duration.ofSeconds(1 + random.nextInt(20)));
			List<Integer> arrivals = new ArrayList<>();
			Storm storm = Storm.NONE;
			int second = 0;
			for (int i = 0; i < 60; i++) {
				second += (random.nextInt(10) == 0) ? random.nextInt(60) : random.nextInt(4);
				arrivals.add(second);
				storm = storm.and(limit, NOON.plusSeconds(second));
				int asked = second + random.nextInt(40);
				assertThat(storm.rages(limit, NOON.plusSeconds(asked))).as("%s %s at %d", limit, arrivals, asked)
					.isEqualTo(ragesAt(limit, arrivals, asked));
			}
		}
	}

	private static boolean ragesAt(Storm.Limit limit, List<Integer> arrivals, int asked) {
		long within = limit.within().toSeconds();
		for (int moment = asked; moment >= asked - within; moment--) {
			int until = moment;
			long rate = arrivals.stream().filter((at) -> at <= until && at > until - within).count();
			if (rate > limit.alerts()) {
				return true;
			}
		}
		return false;
	}

}
