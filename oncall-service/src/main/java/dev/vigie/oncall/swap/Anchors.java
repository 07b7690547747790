package dev.vigie.oncall.swap;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.vigie.oncall.person.PersonDirectory;
import dev.vigie.oncall.schedule.OnCall;
import dev.vigie.oncall.schedule.Role;
import dev.vigie.oncall.schedule.Shift;
import dev.vigie.oncall.span.Span;
import dev.vigie.oncall.span.Spans;

/**
 * Ties swaps to shifts of the plan.
 */
@Component
class Anchors {

	private final OnCall onCall;

	private final PersonDirectory people;

	Anchors(OnCall onCall, PersonDirectory people) {
		this.onCall = onCall;
		this.people = people;
	}

	/**
	 * Whether there is anything that shifts could be of.
	 */
	boolean know(String schedule) {
		return this.onCall.knows(schedule);
	}

	/**
	 * The shifts of a person that meet the span, cut to it.
	 * @param role only those in this role; null for all
	 */
	List<SwapPart> in(String schedule, String person, @Nullable Role role, Span span) {
		return this.onCall.shifts(schedule, span)
			.stream()
			.filter((shift) -> shift.person().equals(person) && (role == null || shift.role() == role))
			.flatMap((shift) -> shift.span()
				.and(span)
				.map((part) -> new SwapPart(shift.id(), shift.role(), part))
				.stream())
			.toList();
	}

	/**
	 * Whether the person still has all of the parts.
	 */
	boolean areHeld(String schedule, String person, List<SwapPart> parts) {
		return areHeld(person, parts, (span) -> this.onCall.cut(schedule, span));
	}

	// Of a swap that counts, seen without the swap itself and what came later.
	private boolean areHeldBelow(UUID swap, String schedule, String person, List<SwapPart> parts) {
		return areHeld(person, parts, (span) -> this.onCall.cutBelow(swap, schedule, span));
	}

	private static boolean areHeld(String person, List<SwapPart> parts, Function<Span, List<Shift>> plan) {
		return parts.stream()
			.allMatch((
					part) -> Spans.of(part.span()).minus(held(person, part.role(), plan.apply(part.span()))).isEmpty());
	}

	private static Spans held(String person, Role role, List<Shift> shifts) {
		return Spans.of(shifts.stream()
			.filter((shift) -> shift.person().equals(person) && shift.role() == role)
			.map(Shift::span)
			.toList());
	}

	/**
	 * Whether the person is on call in any of the parts' roles then already.
	 */
	boolean areMet(String schedule, String person, List<SwapPart> parts) {
		return parts.stream()
			.anyMatch((part) -> !held(person, part.role(), this.onCall.cut(schedule, part.span())).isEmpty());
	}

	/**
	 * Whether a swap is about other shifts by now, or somebody is not there to have
	 * theirs.
	 */
	boolean haveDrifted(Swap swap, Instant now) {
		String requester = swap.asked().requester();
		List<SwapPart> given = SwapPart.from(swap.given(), now);
		String taker = swap.taker();
		if (taker == null) {
			return !areHeld(swap, requester, given);
		}
		List<SwapPart> returned = SwapPart.from(swap.returned(), now);
		return !areHeld(swap, requester, given) || !areHeld(swap, taker, returned) || isGone(taker, given)
				|| isGone(requester, returned);
	}

	private boolean areHeld(Swap swap, String person, List<SwapPart> parts) {
		String schedule = swap.asked().schedule();
		return (swap.status() == SwapStatus.ACCEPTED) ? areHeldBelow(swap.id(), schedule, person, parts)
				: areHeld(schedule, person, parts);
	}

	private boolean isGone(String person, List<SwapPart> parts) {
		Instant left = this.people.left().get(person);
		return left != null && !parts.isEmpty() && left.isBefore(SwapPart.end(parts));
	}

}
