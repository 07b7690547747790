package dev.vigie.alertingest.quota;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for every bucket, tried on many.
 */
class BucketTests {

	private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private static final int TRIES = 300;

	private final Random random = new Random(20261121);

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 7, 60, 100, 999, 100_000 })
	void givesAMinutesWorthAtOnceAndNotOneMore(int perMinute) {
		Bucket bucket = Bucket.FULL;
		for (int i = 0; i < perMinute; i++) {
			bucket = bucket.take(perMinute, NOON).orElseThrow();
		}
		assertThat(bucket.take(perMinute, NOON)).isEmpty();
		assertThat(bucket.take(perMinute, NOON.plus(MINUTE.dividedBy(perMinute)))).isPresent();
	}

	@Test
	void neverGivesMoreInAnyStretchOfTimeThanItsQuotaAndABurst() {
		for (int i = 0; i < TRIES; i++) {
			int perMinute = 1 + this.random.nextInt(200);
			List<Instant> given = taken(perMinute, 1000);
			for (int j = 0; j < 50; j++) {
				int from = this.random.nextInt(given.size());
				int to = from + this.random.nextInt(given.size() - from);
				double minutes = Duration.between(given.get(from), given.get(to)).toNanos() / (double) MINUTE.toNanos();
				assertThat(to - from + 1).as("%d a minute in %.3f minutes", perMinute, minutes)
					.isLessThanOrEqualTo((int) Math.ceil(perMinute * (1 + minutes) + 0.01));
			}
		}
	}

	@Test
	void neverRefusesWhoKeepsToTheQuota() {
		for (int i = 0; i < TRIES; i++) {
			int perMinute = 1 + this.random.nextInt(1000);
			Bucket bucket = Bucket.FULL;
			Instant at = NOON;
			for (int j = 0; j < 300; j++) {
				bucket = bucket.take(perMinute, at).orElseThrow();
				at = at.plus(MINUTE.dividedBy(perMinute)).plusNanos(this.random.nextInt(1000));
			}
		}
	}

	@Test
	void isFullAgainAfterAMinuteWhateverWasTaken() {
		for (int i = 0; i < TRIES; i++) {
			int perMinute = 1 + this.random.nextInt(200);
			Bucket bucket = Bucket.FULL;
			Instant at = NOON;
			for (int j = 0; j < 500; j++) {
				at = at.plusMillis(this.random.nextInt(200));
				bucket = bucket.take(perMinute, at).orElse(bucket);
			}
			at = at.plus(MINUTE);
			for (int j = 0; j < perMinute; j++) {
				bucket = bucket.take(perMinute, at).orElseThrow();
			}
		}
	}

	@Test
	void givesAgainAtOnceAfterAMinuteWhenTheClockIsSetBack() {
		Bucket bucket = Bucket.FULL.take(2, NOON.plus(Duration.ofDays(1))).orElseThrow();
		assertThat(bucket.take(2, NOON)).isEmpty();
		Optional<Bucket> later = new Bucket(NOON.plus(MINUTE)).take(2, NOON.plus(MINUTE));
		assertThat(later).isPresent();
	}

	private List<Instant> taken(int perMinute, int asked) {
		List<Instant> given = new ArrayList<>();
		Bucket bucket = Bucket.FULL;
		Instant at = NOON;
		for (int i = 0; i < asked; i++) {
			at = at.plusMillis(this.random.nextBoolean() ? 0 : this.random.nextInt(2000));
			Optional<Bucket> after = bucket.take(perMinute, at);
			if (after.isPresent()) {
				given.add(at);
				bucket = after.get();
			}
		}
		return given;
	}

}
