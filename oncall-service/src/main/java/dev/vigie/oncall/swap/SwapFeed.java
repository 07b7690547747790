package dev.vigie.oncall.swap;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.vigie.oncall.schedule.Role;
import dev.vigie.shared.feed.Feed;

/**
 * Tells other programs what becomes of swaps, so that they can tell people.
 */
@Component
class SwapFeed {

	private final Feed feed;

	SwapFeed(Feed feed) {
		this.feed = feed;
	}

	/**
	 * Tells it when the current transaction commits.
	 * @param what the last word of the event's type
	 */
	void tell(String what, Swap swap) {
		this.feed.append("dev.vigie.swap." + what, "Swap/" + swap.id(), new SwapEvent(SwapView.of(swap)));
	}

	/**
	 * What the feed says.
	 */
	record SwapEvent(SwapView swap) {
	}

	/**
	 * A swap as others see it.
	 *
	 * @param with who alone may take it; absent: whoever wants to
	 * @param shifts what the requester gives
	 * @param inReturn what the taker gives for it
	 * @param drifted whether these shifts are not as they were any more
	 * @param moves what can be done with it now
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record SwapView(UUID id, String schedule, Swap.Kind kind, SwapStatus status, String requester,
			@Nullable String with, @Nullable String taker, List<PartView> shifts, List<PartView> inReturn,
			@Nullable String reason, Instant requestedAt, Instant changedAt, @Nullable String changedBy,
			Instant expiresAt, boolean drifted, List<String> moves) {

		static SwapView of(Swap swap) {
			Swap.Asked asked = swap.asked();
			return new SwapView(swap.id(), asked.schedule(), asked.kind(), swap.status(), asked.requester(),
					asked.addressee(), swap.taker(), swap.given().stream().map(PartView::of).toList(),
					swap.returned().stream().map(PartView::of).toList(), asked.reason(), asked.at(),
					swap.at().changedAt(), swap.at().by(), swap.dueAt(), swap.drifted(), swap.legal());
		}

	}

	record PartView(UUID shift, Role role, Instant start, Instant end) {

		private static PartView of(SwapPart part) {
			return new PartView(part.shift(), part.role(), part.span().start(), part.span().end());
		}

	}

}
