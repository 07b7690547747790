package dev.vigie.shared.feed;

import java.util.List;

/**
 * What a program does with the feed of another. One bean a feed.
 */
public interface FeedHandler {

	/**
	 * The name of the feed; its address is the setting {@code vigie.feeds.<name>}.
	 */
	String feed();

	/**
	 * Takes one event in the transaction that also moves the reader's place: both happen
	 * or neither does. Must not call another service. A failure that is not the
	 * database's parks the event, and later ones of its subject behind it.
	 */
	void apply(FeedEvent event);

	/**
	 * Takes several events in their order and in one transaction. A handler that can
	 * settle many at once, with fewer statements than each alone, does so here; when this
	 * fails, each is taken by itself.
	 */
	default void applyAll(List<FeedEvent> events) {
		events.forEach(this::apply);
	}

	/**
	 * Called outside any transaction after events were taken, for work that may be done
	 * late or lost.
	 */
	default void afterBatch() {
	}

}
