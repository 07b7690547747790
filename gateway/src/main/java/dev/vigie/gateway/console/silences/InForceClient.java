package dev.vigie.gateway.console.silences;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;

/**
 * What the console asks alert-ingest about silences for alerts it shows.
 */
interface InForceClient {

	@PostExchange("/api/v1/silences/in-force")
	Answer inForce(@RequestBody Question question);

	record Question(String integration, List<Map<String, String>> alerts) {

	}

	record Answer(@Nullable List<Item> items) {

		List<Item> known() {
			return (this.items != null) ? this.items : List.of();
		}

	}

	record Item(@Nullable Silence silence) {

	}

	record Silence(String name, String reason, Instant endsAt) {

	}

}
