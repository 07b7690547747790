package dev.vigie.testsupport.planted;

import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.service.annotation.GetExchange;

class CallsInsideTransaction {

	private final Neighbour neighbour;

	CallsInsideTransaction(Neighbour neighbour) {
		this.neighbour = neighbour;
	}

	@Transactional
	String decide() {
		return ask();
	}

	private String ask() {
		return this.neighbour.ask();
	}

	interface Neighbour {

		@GetExchange("/answer")
		String ask();

	}

}
