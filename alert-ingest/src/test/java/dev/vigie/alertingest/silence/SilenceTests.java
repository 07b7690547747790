package dev.vigie.alertingest.silence;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import dev.vigie.alertingest.matcher.LabelMatcher;
import dev.vigie.alertingest.silence.Silence.News;
import dev.vigie.shared.time.Delay;

import static org.assertj.core.api.Assertions.assertThat;

class SilenceTests {

	static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

	@Test
	void startsAndEndsOnceHoweverOftenItIsLookedAt() {
		Silence silence = nightly();
		List<News> news = new ArrayList<>();
		for (int minute = 0; minute < 3 * 24 * 60; minute += 7) {
			Silence.Settled settled = silence.settled(NOON.plus(Duration.ofMinutes(minute)));
			silence = settled.silence();
			news.addAll(settled.news());
		}
		assertThat(news).hasSize(6);
		for (int i = 0; i < 6; i += 2) {
			assertThat(news.get(i)).isInstanceOf(News.Started.class);
			assertThat(news.get(i + 1)).isInstanceOf(News.Ended.class);
			assertThat(news.get(i + 1).window()).isEqualTo(news.get(i).window());
		}
	}

	// Whenever it is looked at, and by whomever it is ended.
	@Test
	void neverEndsWhatHasNotStartedAndNeverStartsTwice() {
		Random random = new Random(19);
		for (int i = 0; i < 2000; i++) {
			Silence silence = nightly();
			Instant now = NOON;
			boolean open = false;
			for (int look = 0; look < 40; look++) {
				now = now.plusSeconds(random.nextInt(40_000));
				if (random.nextInt(8) == 0) {
					silence = silence.ended(new Silence.Ending(now, "ada", random.nextInt(4) == 0));
				}
				boolean inForce = silence.settled(now).silence().isInForce(now);
				Silence.Settled settled = silence.settled(now);
				for (News news : settled.news()) {
					assertThat(news instanceof News.Started).isEqualTo(!open);
					open = !open;
				}
				silence = settled.silence();
				assertThat(open).isEqualTo(inForce).isEqualTo(silence.started());
				assertThat(silence.settled(now).news()).isEmpty();
			}
		}
	}

	@Test
	void goesOnWhenItsEndIsMoved() {
		Silence silence = once(NOON.plusSeconds(3600)).settled(NOON).silence();
		Instant later = NOON.plusSeconds(600);
		Silence moved = silence.saying(1, spec(NOON.plusSeconds(7200)), "bob", later);
		Silence.Settled settled = moved.settled(later);
		assertThat(settled.news()).isEmpty();
		assertThat(settled.silence().window()).isEqualTo(new Window(NOON, NOON.plusSeconds(7200)));
	}

	@Test
	void endsWhenItsEndIsMovedIntoThePast() {
		Silence silence = once(NOON.plusSeconds(3600)).settled(NOON).silence();
		Instant later = NOON.plusSeconds(600);
		Silence.Settled settled = silence.saying(1, spec(NOON.plusSeconds(300)), "bob", later).settled(later);
		assertThat(settled.news()).containsExactly(new News.Ended(new Window(NOON, later), null));
		assertThat(settled.silence().state(later)).isEqualTo(Silence.State.EXPIRED);
	}

	@Test
	void isInForceAlsoWhereNobodyHasSettledItForDays() {
		Silence silence = nightly().settled(NOON).silence();
		assertThat(silence.isInForce(Instant.parse("2026-03-09T22:30:00Z"))).isTrue();
		assertThat(silence.isInForce(Instant.parse("2026-03-09T05:00:00Z"))).isFalse();
	}

	private static Silence nightly() {
		SilenceSpec spec = new SilenceSpec("backup", List.of(LabelMatcher.equal("a", "b")), null, null, null,
				new Recurrence("FREQ=DAILY", LocalDateTime.parse("2026-03-01T22:00"), new Delay("6h"), "Europe/Paris"),
				null, null);
		return new Silence("nightly", 0, spec, "ada", false, NOON, null, false, null);
	}

	private static Silence once(Instant end) {
		return new Silence("once", 0, spec(end), "ada", false, NOON, null, false, null);
	}

	private static SilenceSpec spec(Instant end) {
		return new SilenceSpec("disks", List.of(LabelMatcher.equal("a", "b")), null, null, end, null, null, null);
	}

}
