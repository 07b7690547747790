package dev.vigie.oncall.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.vigie.oncall.calendar.Ledger.Line;
import dev.vigie.oncall.calendar.Ledger.Shown;
import dev.vigie.oncall.calendar.ical.Entry;
import dev.vigie.oncall.span.Span;

import static org.assertj.core.api.Assertions.assertThat;

class LedgerTests {

	private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

	private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-000000000001");

	private static final Shown TOMORROW = shown(24, 48);

	private final Map<UUID, Line> stored = new HashMap<>();

	@Test
	void tellsAShiftThatStaysTheSameInTheSameWords() {
		List<Entry> first = tell(Map.of(ID, TOMORROW), NOW);
		assertThat(tell(Map.of(ID, TOMORROW), NOW.plusSeconds(3600))).isEqualTo(first);
		assertThat(first).singleElement().satisfies((entry) -> {
			assertThat(entry.uid()).isEqualTo(ID + "@vigie");
			assertThat(entry.sequence()).isZero();
			assertThat(entry.modified()).isEqualTo(NOW);
			assertThat(entry.cancelled()).isFalse();
		});
	}

	@Test
	void raisesTheSequenceOfAShiftThatChanges() {
		tell(Map.of(ID, TOMORROW), NOW);
		assertThat(tell(Map.of(ID, shown(24, 36)), NOW.plusSeconds(60))).singleElement().satisfies((entry) -> {
			assertThat(entry.sequence()).isEqualTo(1);
			assertThat(entry.modified()).isEqualTo(NOW.plusSeconds(60));
			assertThat(entry.span()).isEqualTo(shown(24, 36).span());
		});
	}

	@Test
	void callsOffAShiftThatIsGoneForSomeWeeksWithAHigherSequence() {
		Shown inAYear = shown(24 * 300, 24 * 301);
		tell(Map.of(ID, inAYear), NOW);
		Instant later = NOW.plus(Duration.ofDays(2));
		assertThat(tell(Map.of(), later)).singleElement().satisfies((entry) -> {
			assertThat(entry.cancelled()).isTrue();
			assertThat(entry.sequence()).isEqualTo(1);
			assertThat(entry.modified()).isEqualTo(later);
		});
		assertThat(tell(Map.of(), later.plus(Duration.ofDays(27)))).hasSize(1);
		assertThat(tell(Map.of(), later.plus(Duration.ofDays(28)))).isEmpty();
		assertThat(tell(Map.of(ID, inAYear), later.plus(Duration.ofDays(60)))).singleElement().satisfies((entry) -> {
			assertThat(entry.cancelled()).isFalse();
			assertThat(entry.sequence()).as("higher than when it was called off").isEqualTo(2);
		});
	}

	@Test
	void saysNothingOfAShiftThatIsPastAndGone() {
		tell(Map.of(ID, TOMORROW), NOW);
		assertThat(tell(Map.of(), NOW.plus(Duration.ofDays(3)))).isEmpty();
		assertThat(this.stored).isEmpty();
	}

	@Test
	void forgetsWhatWasCalledOffOnceItCannotComeBack() {
		tell(Map.of(ID, TOMORROW), NOW);
		tell(Map.of(), NOW.plusSeconds(60));
		tell(Map.of(), NOW.plus(Duration.ofDays(31)));
		assertThat(this.stored).hasSize(1);
		tell(Map.of(), NOW.plus(Duration.ofDays(32)));
		assertThat(this.stored).isEmpty();
	}

	private List<Entry> tell(Map<UUID, Shown> shifts, Instant now) {
		Ledger ledger = new Ledger(this.stored);
		List<Entry> entries = ledger.tell(shifts, now, now.minus(Duration.ofDays(30)));
		this.stored.putAll(ledger.changed());
		new ArrayList<>(ledger.dropped()).forEach(this.stored::remove);
		return entries;
	}

	private static Shown shown(int from, int to) {
		return new Shown(new Span(NOW.plus(Duration.ofHours(from)), NOW.plus(Duration.ofHours(to))), "On call", "");
	}

}
