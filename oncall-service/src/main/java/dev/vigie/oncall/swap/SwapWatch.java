package dev.vigie.oncall.swap;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.oncall.amendment.Amending;
import dev.vigie.oncall.person.PersonDirectory;
import dev.vigie.shared.document.DocumentChanged;

/**
 * What happens to swaps without anybody answering: they expire, people are reminded of
 * them, and the shifts that they are about change.
 */
@Component
@Transactional
class SwapWatch {

	private static final Logger log = LoggerFactory.getLogger(SwapWatch.class);

	private static final int SLICE = 50;

	// What can change who is on call without the schedule itself being edited.
	private static final Set<String> ELSEWHERE = Set.of(PersonDirectory.KIND, "Calendar");

	private final SwapTable swaps;

	private final Swapping swapping;

	private final Anchors anchors;

	private final SwapFeed feed;

	private final InstantSource clock;

	SwapWatch(SwapTable swaps, Swapping swapping, Anchors anchors, SwapFeed feed, InstantSource clock) {
		this.swaps = swaps;
		this.swapping = swapping;
		this.anchors = anchors;
		this.feed = feed;
		this.clock = clock;
	}

	/**
	 * Lets expire and reminds of what is due; two replicas never do the same.
	 * @return whether there may be more
	 */
	boolean settleDue() {
		Instant now = Amending.exact(this.clock.instant());
		List<Swap> due = this.swaps.lockDue(now, SLICE);
		due.forEach((swap) -> {
			Swap expired = swap.asOf(now);
			this.swaps.update(expired);
			this.feed.tell("expired", expired);
			log.info("Swap {} expired", swap.id());
		});
		List<Swap> waiting = this.swaps.lockToRemind(now, SLICE);
		waiting.forEach((swap) -> {
			this.swaps.remindAt(swap.id(), Reminders.next(swap, now));
			this.feed.tell("reminded", swap);
		});
		return due.size() == SLICE || waiting.size() == SLICE;
	}

	@EventListener
	void onChange(DocumentChanged change) {
		boolean deleted = change.action().equals("deleted");
		if (change.kind().equals(PersonDirectory.KIND) && deleted && !this.swaps.naming(change.name()).isEmpty()) {
			throw Amending.needed(change.name(), "swaps");
		}
		boolean ofSchedule = change.kind().equals(Amending.SCHEDULE);
		if (!ofSchedule && !ELSEWHERE.contains(change.kind())) {
			return;
		}
		// While a schedule goes, each swap that goes with it says that others are on
		// call.
		if (ofSchedule && !deleted && !this.anchors.know(change.name())) {
			return;
		}
		Instant now = Amending.exact(this.clock.instant());
		List<Swap> current = this.swaps.lockCurrent(ofSchedule ? change.name() : null, now)
			.stream()
			.map((swap) -> swap.asOf(now))
			.toList();
		if (deleted && ofSchedule) {
			current.stream()
				.filter((swap) -> swap.status().next().containsKey(SwapMove.WITHDRAW))
				.forEach((swap) -> this.swapping.withdraw(swap, null, now));
		}
		else {
			current.forEach((swap) -> compare(swap, now));
		}
	}

	private void compare(Swap swap, Instant now) {
		boolean drifted = this.anchors.haveDrifted(swap, now);
		if (drifted != swap.drifted()) {
			Swap marked = swap.drifted(drifted);
			this.swaps.update(marked);
			this.feed.tell(drifted ? "drifted" : "restored", marked);
			log.info("Swap {} {}", swap.id(),
					drifted ? "is about shifts that are not there any more" : "is right again");
		}
	}

}
