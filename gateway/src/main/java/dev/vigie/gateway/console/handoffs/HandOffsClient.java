package dev.vigie.gateway.console.handoffs;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * What the console asks escalation-service about hand-offs.
 */
@HttpExchange("/api/v1/handoffs")
interface HandOffsClient {

	@GetExchange
	HandOffList list(@RequestParam boolean open, @RequestParam int limit);

	@PostExchange("/{id}/acknowledge")
	void takeOver(@PathVariable UUID id);

	@PostExchange("/notes")
	void write(@RequestBody Note note);

	record HandOffList(List<HandOff> items, @Nullable String next) {
	}

	record HandOff(UUID id, String schedule, String role, @Nullable String team, Instant at, List<String> outgoing,
			List<String> incoming, Instant until, String status, @Nullable Instant takeOverBy,
			@Nullable Instant takenAt, @Nullable String takenBy, boolean yours) {
	}

	record Note(String schedule, String text) {
	}

}
