package dev.vigie.alertingest.delivery;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

class TurnsTests {

	private static final Duration LONG = Duration.ofHours(1);

	@Test
	void begunWorkKeepsTheNextWaiting() throws Exception {
		Turns turns = new Turns(LONG);
		List<String> order = new CopyOnWriteArrayList<>();
		Thread next = Thread.ofPlatform().unstarted(() -> turns.take(() -> order.add("next")));
		turns.take(() -> {
			next.start();
			await().until(() -> next.getState() == Thread.State.TIMED_WAITING);
			return order.add("first");
		});
		next.join();
		assertThat(order).containsExactly("first", "next");
	}

	@Test
	void longWorkLetsTheNextGoAlong() {
		Turns turns = new Turns(Duration.ZERO);
		assertThat(turns.<String>take(() -> turns.take(() -> "along"))).isEqualTo("along");
	}

	@Test
	void failedWorkGivesItsTurnBack() {
		Turns turns = new Turns(LONG);
		assertThatIllegalStateException().isThrownBy(() -> turns.take(() -> {
			throw new IllegalStateException();
		}));
		assertThat(turns.<String>take(() -> "next")).isEqualTo("next");
	}

}
