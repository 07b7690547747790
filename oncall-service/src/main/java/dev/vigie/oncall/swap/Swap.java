package dev.vigie.oncall.swap;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

import dev.vigie.oncall.schedule.Role;
import dev.vigie.oncall.span.Span;
import dev.vigie.shared.problem.Conflict;

/**
 * Somebody asks others to take shifts of theirs. It says which shifts were meant, so that
 * it never comes to mean others.
 *
 * @param id what others know it by; of its changes of who is on call, too
 * @param number the order in which swaps were made
 * @param asked what was asked for, and by whom
 * @param given the shifts of the requester
 * @param returned the shifts that the taker gives for them
 * @param status how it stands
 * @param taker who took them or offers to
 * @param at when and by whom it became what it is
 * @param drifted whether shifts that it is about are not as they were
 */
record Swap(UUID id, long number, Asked asked, List<SwapPart> given, List<SwapPart> returned, SwapStatus status,
		@Nullable String taker, Stamp at, boolean drifted) {

	// What changes hands only as long as all of it is there.
	private static final Set<SwapMove> GIVING = EnumSet.of(SwapMove.TAKE, SwapMove.OFFER, SwapMove.ACCEPT);

	Swap {
		given = List.copyOf(given);
		returned = List.copyOf(returned);
	}

	/**
	 * When nothing of it is to come any more.
	 */
	Instant dueAt() {
		Instant end = SwapPart.end(this.given);
		if (this.returned.isEmpty()) {
			return end;
		}
		Instant other = SwapPart.end(this.returned);
		return end.isBefore(other) ? end : other;
	}

	/**
	 * The swap as it stands by now: one that is past due has expired, whether or not that
	 * was written down.
	 */
	Swap asOf(Instant now) {
		return (this.status.isOpen() && !dueAt().isAfter(now)) ? become(SwapMove.EXPIRE, null, now) : this;
	}

	Swap takenBy(String person, Instant now) {
		return become(SwapMove.TAKE, person, now).with(person, List.of());
	}

	Swap offeredBy(String person, List<SwapPart> inReturn, Instant now) {
		return become(SwapMove.OFFER, person, now).with(person, inReturn);
	}

	Swap declinedBy(String person, Instant now) {
		return become(SwapMove.DECLINE, person, now).with(null, List.of());
	}

	Swap become(SwapMove move, @Nullable String by, Instant now) {
		SwapStatus next = moves().get(move);
		if (next == null) {
			throw new Conflict("swap-status",
					"Swap %s is %s: one cannot %s it".formatted(this.id, this.status.text(), move.text()), legal());
		}
		Instant acceptedAt = (next == SwapStatus.ACCEPTED) ? now : this.at.acceptedAt();
		return new Swap(this.id, this.number, this.asked, this.given, this.returned, next, this.taker,
				new Stamp(now, by, acceptedAt), this.drifted);
	}

	Swap drifted(boolean drifted) {
		return new Swap(this.id, this.number, this.asked, this.given, this.returned, this.status, this.taker, this.at,
				drifted);
	}

	private Swap with(@Nullable String taker, List<SwapPart> returned) {
		return new Swap(this.id, this.number, this.asked, this.given, returned, this.status, taker, this.at,
				this.drifted);
	}

	/**
	 * What people may do with it now.
	 */
	List<String> legal() {
		return moves().keySet()
			.stream()
			.filter((move) -> move != SwapMove.EXPIRE && !(this.drifted && GIVING.contains(move)))
			.map(SwapMove::text)
			.toList();
	}

	private Map<SwapMove, SwapStatus> moves() {
		Map<SwapMove, SwapStatus> moves = new EnumMap<>(SwapMove.class);
		moves.putAll(this.status.next());
		moves.remove((this.asked.kind() == Kind.COVER) ? SwapMove.OFFER : SwapMove.TAKE);
		if (this.status == SwapStatus.REQUESTED && this.asked.addressee() == null) {
			moves.remove(SwapMove.DECLINE); // nobody in particular was asked
		}
		return moves;
	}

	/**
	 * What was asked for.
	 *
	 * @param schedule whose shifts
	 * @param kind for nothing or for others
	 * @param requester whose shifts they are
	 * @param addressee who alone may take them; null for whoever wants to
	 * @param role only shifts in this role; null for all
	 * @param span the shifts in this span, cut to it
	 */
	record Asked(String schedule, Kind kind, String requester, @Nullable String addressee, @Nullable Role role,
			Span span, @Nullable String reason, Instant at) {
	}

	/**
	 * A change.
	 *
	 * @param by null if it was nobody
	 * @param acceptedAt from when on the swap counted
	 */
	record Stamp(Instant changedAt, @Nullable String by, @Nullable Instant acceptedAt) {
	}

	/**
	 * What one gets for one's shifts.
	 */
	enum Kind {

		/**
		 * Nothing.
		 */
		COVER,
		/**
		 * Shifts of the other.
		 */
		EXCHANGE;

		@JsonCreator
		static Kind of(String text) {
			for (Kind kind : values()) {
				if (kind.text().equals(text)) {
					return kind;
				}
			}
			throw new IllegalArgumentException("must be cover or exchange");
		}

		@JsonValue
		String text() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
