package dev.vigie.oncall.span;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sets of instants against sets of bits.
 */
class SpansTests {

	private static final Instant ZERO = Instant.parse("2026-01-01T00:00:00Z");

	private final Random random = new Random(20261121);

	@Test
	void doesWhatSetsDo() {
		for (int i = 0; i < 2000; i++) {
			BitSet a = new BitSet();
			BitSet b = new BitSet();
			Spans left = any(a);
			Spans right = any(b);
			assertThat(left.or(right)).isEqualTo(spans(or(a, b)));
			assertThat(left.and(right)).isEqualTo(spans(and(a, b)));
			assertThat(left.minus(right)).isEqualTo(spans(minus(a, b)));
			assertThat(left.length()).isEqualTo(Duration.ofSeconds(a.cardinality()));
			int at = this.random.nextInt(60);
			assertThat(left.holds(ZERO.plusSeconds(at))).isEqualTo(a.get(at));
		}
	}

	private Spans any(BitSet bits) {
		List<Span> spans = new ArrayList<>();
		for (int i = this.random.nextInt(6); i > 0; i--) {
			int start = this.random.nextInt(50);
			int end = start + 1 + this.random.nextInt(9);
			spans.add(span(start, end));
			bits.set(start, end);
		}
		return Spans.of(spans);
	}

	private static Spans spans(BitSet bits) {
		List<Span> spans = new ArrayList<>();
		bits.stream().forEach((bit) -> spans.add(span(bit, bit + 1)));
		return Spans.of(spans);
	}

	private static Span span(int start, int end) {
		return new Span(ZERO.plusSeconds(start), ZERO.plusSeconds(end));
	}

	private static BitSet or(BitSet a, BitSet b) {
		BitSet result = (BitSet) a.clone();
		result.or(b);
		return result;
	}

	private static BitSet and(BitSet a, BitSet b) {
		BitSet result = (BitSet) a.clone();
		result.and(b);
		return result;
	}

	private static BitSet minus(BitSet a, BitSet b) {
		BitSet result = (BitSet) a.clone();
		result.andNot(b);
		return result;
	}

}
