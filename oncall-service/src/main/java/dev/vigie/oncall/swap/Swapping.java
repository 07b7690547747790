package dev.vigie.oncall.swap;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.oncall.amendment.Actor;
import dev.vigie.oncall.amendment.Amending;
import dev.vigie.oncall.span.Span;
import dev.vigie.oncall.swap.Swap.Asked;
import dev.vigie.oncall.swap.Swap.Stamp;
import dev.vigie.shared.problem.Conflict;
import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.problem.NotFound;

/**
 * People ask for swaps and answer each other.
 */
@Component
@Transactional
class Swapping {

	private static final Logger log = LoggerFactory.getLogger(Swapping.class);

	private final SwapTable swaps;

	private final TakeoverTable takeovers;

	private final Anchors anchors;

	private final Amending amending;

	private final SwapFeed feed;

	Swapping(SwapTable swaps, TakeoverTable takeovers, Anchors anchors, Amending amending, SwapFeed feed) {
		this.swaps = swaps;
		this.takeovers = takeovers;
		this.anchors = anchors;
		this.amending = amending;
		this.feed = feed;
	}

	/**
	 * Asks for a swap of the requester's shifts in a span. Asked again under the same id
	 * it is harmless.
	 */
	Requested request(UUID id, Wish wish, Actor actor) {
		Instant now = this.amending.begin(wish.schedule());
		Optional<Swap> known = this.swaps.find(id);
		if (known.isPresent()) {
			if (!wish.equals(Wish.of(known.get().asked()))) {
				throw new Conflict("swap-id", "Swap %s says something else".formatted(id));
			}
			return new Requested(known.get().asOf(now), false);
		}
		Span span = Amending.toCome(wish.span(), now, "end");
		this.amending.checkKnown("requester", wish.requester());
		checkAddressee(wish, span);
		List<SwapPart> parts = this.anchors.in(wish.schedule(), wish.requester(), wish.role(), span);
		if (parts.isEmpty()) {
			throw new Invalid("start", "%s has no shift then".formatted(wish.requester()));
		}
		Swap swap = new Swap(id, 0, wish.asked(now), parts, List.of(), SwapStatus.REQUESTED, null,
				new Stamp(now, actor.name(), null), false);
		this.swaps.insert(swap);
		this.swaps.remindAt(id, Reminders.next(swap, now));
		return new Requested(told("requested", find(id)), true);
	}

	private void checkAddressee(Wish wish, Span span) {
		String addressee = wish.addressee();
		if (addressee != null) {
			this.amending.checkPresent("with", addressee, span);
			if (addressee.equals(wish.requester())) {
				throw new Invalid("with", "must be somebody else");
			}
		}
	}

	/**
	 * Somebody takes the shifts for nothing.
	 */
	Swap take(UUID id, String taker) {
		Instant now = this.amending.begin();
		Swap before = lock(id, now);
		if (before.status() == SwapStatus.ACCEPTED && taker.equals(before.taker())) {
			return before; // a repeated command is harmless
		}
		Swap swap = before.takenBy(taker, now);
		checkTaker(swap, taker);
		return count(swap, now);
	}

	/**
	 * Somebody would take the shifts for their own in a span.
	 */
	Swap offer(UUID id, String taker, Span inReturn) {
		Instant now = this.amending.begin();
		Swap before = lock(id, now);
		Asked asked = before.asked();
		List<SwapPart> parts = this.anchors.in(asked.schedule(), taker, null, Amending.toCome(inReturn, now, "end"));
		Swap swap = before.offeredBy(taker, parts, now);
		checkTaker(swap, taker);
		if (parts.isEmpty()) {
			throw new Invalid("start", "%s has no shift then".formatted(taker));
		}
		checkHands(swap, now);
		this.swaps.update(swap);
		return told("offered", swap);
	}

	/**
	 * Whoever asked agrees to the offer.
	 */
	Swap accept(UUID id, Actor actor) {
		Instant now = this.amending.begin();
		Swap before = lock(id, now);
		actor.check(before.asked().requester());
		if (before.status() == SwapStatus.ACCEPTED && before.asked().kind() == Swap.Kind.EXCHANGE) {
			return before;
		}
		return count(before.become(SwapMove.ACCEPT, actor.name(), now), now);
	}

	/**
	 * Whoever was asked will not; or the offer is turned down or taken back.
	 */
	Swap decline(UUID id, Actor actor) {
		Instant now = this.amending.begin();
		Swap before = lock(id, now);
		if (before.status() == SwapStatus.OFFERED) {
			actor.check(before.asked().requester(), before.taker());
		}
		else {
			actor.check(before.asked().addressee());
		}
		Swap swap = before.declinedBy(actor.name(), now);
		this.swaps.update(swap);
		if (swap.status() == SwapStatus.REQUESTED) {
			this.swaps.remindAt(id, Reminders.next(swap, now));
		}
		return told("declined", swap);
	}

	/**
	 * Whoever asked no longer wants it. From now on a swap that counted counts no more;
	 * an exchange is undone only by whoever keeps the schedules.
	 */
	Swap withdraw(UUID id, Actor actor) {
		Instant now = this.amending.begin();
		Swap before = lock(id, now);
		boolean binding = before.status() == SwapStatus.ACCEPTED && !before.returned().isEmpty();
		actor.check(binding ? null : before.asked().requester());
		return (before.status() == SwapStatus.WITHDRAWN) ? before : withdraw(before, actor.name(), now);
	}

	/**
	 * The same without asking whether one may.
	 */
	Swap withdraw(Swap before, @Nullable String by, Instant now) {
		Swap swap = before.become(SwapMove.WITHDRAW, by, now);
		this.swaps.update(swap);
		if (before.status() == SwapStatus.ACCEPTED) {
			this.takeovers.end(swap.id(), now);
			this.amending.changed(swap.asked().schedule());
		}
		return told("withdrawn", swap);
	}

	@Transactional(readOnly = true)
	Swap find(UUID id) {
		return this.swaps.find(id).orElseThrow(() -> missing(id));
	}

	private void checkTaker(Swap swap, String taker) {
		Asked asked = swap.asked();
		if (taker.equals(asked.requester())) {
			throw new Conflict("swap-own", "These are shifts of %s's own".formatted(taker));
		}
		if (asked.addressee() != null && !asked.addressee().equals(taker)) {
			throw new Conflict("swap-addressed", "Only %s was asked".formatted(asked.addressee()));
		}
	}

	// From now on others are on call.
	private Swap count(Swap swap, Instant now) {
		checkHands(swap, now);
		String requester = swap.asked().requester();
		String taker = String.valueOf(swap.taker());
		this.swaps.update(swap);
		this.takeovers.insert(swap, taker, requester, SwapPart.from(swap.given(), now));
		this.takeovers.insert(swap, requester, taker, SwapPart.from(swap.returned(), now));
		this.amending.changed(swap.asked().schedule());
		return told("accepted", swap);
	}

	/**
	 * Both must still have what they give, and be there and free for what they get.
	 */
	private void checkHands(Swap swap, Instant now) {
		String requester = swap.asked().requester();
		String taker = String.valueOf(swap.taker());
		checkHand(swap, requester, SwapPart.from(swap.given(), now), taker);
		checkHand(swap, taker, SwapPart.from(swap.returned(), now), requester);
	}

	private void checkHand(Swap swap, String giver, List<SwapPart> parts, String getter) {
		String schedule = swap.asked().schedule();
		if (!this.anchors.areHeld(schedule, giver, parts)) {
			throw new Conflict("swap-drifted", "%s no longer has all of these shifts".formatted(giver));
		}
		if (this.anchors.areMet(schedule, getter, parts)) {
			throw new Conflict("swap-on-call", "%s is on call in the same role then".formatted(getter));
		}
		parts.forEach((part) -> this.amending.checkPresent("person", getter, part.span()));
	}

	private Swap lock(UUID id, Instant now) {
		return this.swaps.lock(id).orElseThrow(() -> missing(id)).asOf(now);
	}

	private Swap told(String what, Swap swap) {
		this.feed.tell(what, swap);
		log.info("Swap {} in {} {} by {}", swap.id(), swap.asked().schedule(), what, swap.at().by());
		return swap;
	}

	private static NotFound missing(UUID id) {
		return new NotFound("There is no swap " + id);
	}

	/**
	 * A swap.
	 *
	 * @param isNew whether it was asked for just now
	 */
	record Requested(Swap swap, boolean isNew) {
	}

}
