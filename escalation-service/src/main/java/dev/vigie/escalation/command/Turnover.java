package dev.vigie.escalation.command;

import java.util.List;

/**
 * Which holdings end and which begin; neither when it was so already.
 */
record Turnover(List<Holding> ended, List<Holding> begun) {

	static final Turnover NONE = new Turnover(List.of(), List.of());

	Turnover {
		ended = List.copyOf(ended);
		begun = List.copyOf(begun);
	}

	boolean isNothing() {
		return this.ended.isEmpty() && this.begun.isEmpty();
	}

}
