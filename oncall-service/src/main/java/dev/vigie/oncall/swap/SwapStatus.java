package dev.vigie.oncall.swap;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonValue;

import dev.vigie.shared.problem.Invalid;

/**
 * How a swap stands, and where each move leads from there.
 */
enum SwapStatus {

	REQUESTED, OFFERED, ACCEPTED, DECLINED, WITHDRAWN, EXPIRED;

	/**
	 * The moves that are possible, and what it becomes by each.
	 */
	Map<SwapMove, SwapStatus> next() {
		return switch (this) {
			case REQUESTED -> Map.of(SwapMove.TAKE, ACCEPTED, SwapMove.OFFER, OFFERED, SwapMove.DECLINE, DECLINED,
					SwapMove.WITHDRAW, WITHDRAWN, SwapMove.EXPIRE, EXPIRED);
			// Declined, it is open to other offers.
			case OFFERED -> Map.of(SwapMove.ACCEPT, ACCEPTED, SwapMove.DECLINE, REQUESTED, SwapMove.WITHDRAW, WITHDRAWN,
					SwapMove.EXPIRE, EXPIRED);
			case ACCEPTED -> Map.of(SwapMove.WITHDRAW, WITHDRAWN);
			case DECLINED, WITHDRAWN, EXPIRED -> Map.of();
		};
	}

	/**
	 * Whether nobody has the shifts yet and somebody still may.
	 */
	boolean isOpen() {
		return this == REQUESTED || this == OFFERED;
	}

	@JsonValue
	String text() {
		return name().toLowerCase(Locale.ROOT);
	}

	static SwapStatus of(String text) {
		return Arrays.stream(values())
			.filter((status) -> status.text().equals(text))
			.findFirst()
			.orElseThrow(() -> new Invalid("status",
					"must be one of requested, offered, accepted, declined, withdrawn, expired"));
	}

}
