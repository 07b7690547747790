package dev.vigie.allinone.clock;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ScaledClockTests {

	static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

	@TempDir
	Path home;

	private final AtomicLong nanos = new AtomicLong();

	@Test
	void makesMinutesOfSeconds() {
		ScaledClock clock = clock(60, NOON);
		pass(Duration.ofSeconds(15));
		assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofMinutes(15)));
	}

	@Test
	void goesOnWhereAnOrderlyEndLeftIt() {
		ScaledClock first = clock(60, NOON);
		pass(Duration.ofSeconds(30));
		first.close();
		assertThat(clock(60, NOON.plusSeconds(30)).instant()).isEqualTo(NOON.plus(Duration.ofMinutes(30)));
	}

	@Test
	void neverGoesBackAfterAKill() {
		ScaledClock killed = clock(60, NOON);
		for (int i = 0; i < 100; i++) {
			pass(Duration.ofMillis(317));
			Instant last = killed.instant();
			assertThat(clock(1, NOON).instant()).isAfterOrEqualTo(last)
				.isBeforeOrEqualTo(last.plus(Duration.ofMinutes(3)));
		}
	}

	@Test
	void followsTheWallOnceThatIsAhead() {
		ScaledClock first = clock(60, NOON);
		pass(Duration.ofSeconds(1));
		first.close();
		Instant tomorrow = NOON.plus(Duration.ofDays(1));
		assertThat(clock(1, tomorrow).instant()).isEqualTo(tomorrow);
	}

	private ScaledClock clock(int speed, Instant wall) {
		return ScaledClock.continuing(this.home.resolve("clock"), speed, wall, this.nanos::get);
	}

	private void pass(Duration time) {
		this.nanos.addAndGet(time.toNanos());
	}

}
