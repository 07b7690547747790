package dev.vigie.oncall.swap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RemindersTests {

	@Test
	void comeMoreOftenAsTheShiftComesNearer() {
		Swap swap = SwapFixtures.requested(Swap.Kind.COVER, null);
		List<String> reminders = new ArrayList<>();
		Instant next = Reminders.next(swap, SwapFixtures.NOON.minusSeconds(1));
		while (next != null) {
			reminders.add(next.toString());
			next = Reminders.next(swap, next);
		}
		assertThat(reminders).containsExactly("2026-03-02T12:00:00Z", "2026-03-09T12:00:00Z", "2026-03-16T12:00:00Z",
				"2026-03-20T12:00:00Z", "2026-03-21T12:00:00Z", "2026-03-22T12:00:00Z", "2026-03-23T00:00:00Z");
	}

	@Test
	void areNotMadeUpFor() {
		assertThat(Reminders.next(SwapFixtures.requested(Swap.Kind.COVER, null), SwapFixtures.START.minusSeconds(1)))
			.isNull();
	}

}
