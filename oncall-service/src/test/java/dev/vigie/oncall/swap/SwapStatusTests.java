package dev.vigie.oncall.swap;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import dev.vigie.shared.problem.Conflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SwapStatusTests {

	@ParameterizedTest
	@CsvSource({ "REQUESTED, TAKE, ACCEPTED", "REQUESTED, OFFER, OFFERED", "REQUESTED, ACCEPT,",
			"REQUESTED, DECLINE, DECLINED", "REQUESTED, WITHDRAW, WITHDRAWN", "REQUESTED, EXPIRE, EXPIRED",
			"OFFERED, TAKE,", "OFFERED, OFFER,", "OFFERED, ACCEPT, ACCEPTED", "OFFERED, DECLINE, REQUESTED",
			"OFFERED, WITHDRAW, WITHDRAWN", "OFFERED, EXPIRE, EXPIRED", "ACCEPTED, TAKE,", "ACCEPTED, OFFER,",
			"ACCEPTED, ACCEPT,", "ACCEPTED, DECLINE,", "ACCEPTED, WITHDRAW, WITHDRAWN", "ACCEPTED, EXPIRE," })
	void leadsWhereTheTableSays(SwapStatus from, SwapMove move, SwapStatus to) {
		assertThat(from.next().get(move)).isEqualTo(to);
	}

	@ParameterizedTest
	@EnumSource(value = SwapStatus.class, names = { "DECLINED", "WITHDRAWN", "EXPIRED" })
	void leadsNowhereFromAnEnd(SwapStatus end) {
		assertThat(end.next()).isEqualTo(Map.of());
		assertThat(end.isOpen()).isFalse();
	}

	@Test
	void offersNothingForCoverAndTakesNothingInExchange() {
		assertThat(SwapFixtures.requested(Swap.Kind.COVER, null).legal()).containsExactly("take", "withdraw");
		assertThat(SwapFixtures.requested(Swap.Kind.EXCHANGE, null).legal()).containsExactly("offer", "withdraw");
		assertThatExceptionOfType(Conflict.class)
			.isThrownBy(() -> SwapFixtures.requested(Swap.Kind.EXCHANGE, null).takenBy("bob", SwapFixtures.NOON));
	}

	@Test
	void isDeclinedOnlyByOneWhoWasAsked() {
		assertThat(SwapFixtures.requested(Swap.Kind.COVER, "bob").legal()).containsExactly("take", "decline",
				"withdraw");
		assertThatExceptionOfType(Conflict.class)
			.isThrownBy(() -> SwapFixtures.requested(Swap.Kind.COVER, null).declinedBy("bob", SwapFixtures.NOON));
	}

	@Test
	void hasExpiredOnceNothingOfItIsToCome() {
		Swap swap = SwapFixtures.requested(Swap.Kind.COVER, null);
		assertThat(swap.asOf(SwapFixtures.END.minusNanos(1)).status()).isEqualTo(SwapStatus.REQUESTED);
		assertThat(swap.asOf(SwapFixtures.END).status()).isEqualTo(SwapStatus.EXPIRED);
		assertThat(swap.takenBy("bob", SwapFixtures.NOON).asOf(SwapFixtures.END).status())
			.isEqualTo(SwapStatus.ACCEPTED);
	}

}
