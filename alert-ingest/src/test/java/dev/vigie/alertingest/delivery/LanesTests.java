package dev.vigie.alertingest.delivery;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LanesTests {

	private static final UUID NOISY = UUID.randomUUID();

	private static final UUID QUIET = UUID.randomUUID();

	private final Lanes<String> lanes = new Lanes<>(3, 20, String::length);

	@Test
	void givesEachLaneItsTurn() {
		this.lanes.offer(NOISY, "n1");
		this.lanes.offer(NOISY, "n2");
		this.lanes.offer(NOISY, "n3");
		this.lanes.offer(QUIET, "q1");
		assertThat(take(2)).containsExactly("n1", "q1");
		assertThat(take(9)).containsExactly("n2", "n3");
	}

	@Test
	void keepsTheOrderWithinALane() {
		List.of("1", "2", "3").forEach((item) -> this.lanes.offer(NOISY, item));
		assertThat(take(9)).containsExactly("1", "2", "3");
	}

	@Test
	void refusesWhatAFullLaneHasNoRoomForAndTakesAnothers() {
		List.of("1", "2", "3").forEach((item) -> assertThat(this.lanes.offer(NOISY, item)).isTrue());
		assertThat(this.lanes.offer(NOISY, "4")).isFalse();
		assertThat(this.lanes.offer(QUIET, "q")).isTrue();
		assertThat(take(9)).containsExactly("1", "q", "2", "3");
		assertThat(this.lanes.offer(NOISY, "4")).isTrue();
	}

	@Test
	void sharesTheWeightAmongThoseThatWait() {
		assertThat(this.lanes.offer(NOISY, "0123456789")).isTrue();
		assertThat(this.lanes.offer(NOISY, "01234567890")).isFalse();
		assertThat(this.lanes.offer(NOISY, "0123456789")).isTrue();
		assertThat(this.lanes.offer(QUIET, "a very heavy one, more than its share")).isTrue();
		assertThat(this.lanes.offer(QUIET, "q")).isFalse();
		assertThat(take(1)).containsExactly("0123456789");
		assertThat(this.lanes.offer(NOISY, "n")).isFalse();
		assertThat(take(1)).containsExactly("a very heavy one, more than its share");
		assertThat(this.lanes.offer(NOISY, "0123456789")).isTrue();
	}

	@Test
	void givesBackWhatNobodyHasTakenYet() {
		this.lanes.offer(NOISY, "1");
		this.lanes.offer(NOISY, "2");
		this.lanes.offer(QUIET, "q");
		assertThat(this.lanes.remove(NOISY, "1")).isTrue();
		assertThat(this.lanes.remove(QUIET, "q")).isTrue();
		assertThat(this.lanes.remove(QUIET, "q")).isFalse();
		assertThat(take(9)).containsExactly("2");
		assertThat(this.lanes.remove(NOISY, "2")).isFalse();
	}

	@Test
	void stopsAtTheWeightButGivesAHeavyOneAlone() {
		this.lanes.offer(NOISY, "heavy");
		this.lanes.offer(NOISY, "light");
		assertThat(this.lanes.take(9, 4, String::length)).containsExactly("heavy");
		assertThat(this.lanes.take(9, 4, String::length)).containsExactly("light");
	}

	@Test
	void givesOutWhatWaitsWhenItIsClosedAndNothingAfterwards() {
		this.lanes.offer(NOISY, "1");
		this.lanes.close();
		assertThat(this.lanes.offer(NOISY, "2")).isFalse();
		assertThat(take(9)).containsExactly("1");
		assertThat(take(9)).isEmpty();
	}

	@Test
	void takesItemsAgainOnceItIsOpened() {
		this.lanes.close();
		this.lanes.open();
		assertThat(this.lanes.offer(NOISY, "1")).isTrue();
		assertThat(take(9)).containsExactly("1");
	}

	@Test
	void wakesWhoWaits() {
		CompletableFuture<List<String>> taken = CompletableFuture.supplyAsync(() -> take(9));
		this.lanes.offer(QUIET, "q");
		assertThat(taken.join()).containsExactly("q");
	}

	private List<String> take(int items) {
		return this.lanes.take(items, Integer.MAX_VALUE, (_) -> 1);
	}

}
