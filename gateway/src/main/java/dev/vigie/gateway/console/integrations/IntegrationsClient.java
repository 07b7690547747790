package dev.vigie.gateway.console.integrations;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/**
 * What the console asks alert-ingest about integrations.
 */
@HttpExchange("/api/v1")
interface IntegrationsClient {

	@GetExchange("/integrations")
	Piece<Integration> list(@RequestParam String after, @RequestParam int limit);

	@GetExchange("/deliveries/last")
	Piece<LastDelivery> last(@RequestParam String after, @RequestParam int limit);

	@GetExchange("/integrations/{name}")
	Integration get(@PathVariable String name);

	@GetExchange("/integrations/{name}/setup")
	List<Setup> setup(@PathVariable String name);

	@GetExchange("/integrations/{name}/deliveries")
	Piece<Delivery> deliveries(@PathVariable String name, @RequestParam(required = false) @Nullable String after,
			@RequestParam int limit);

	@GetExchange("/heartbeats")
	Piece<Heartbeat> heartbeats(@RequestParam String after, @RequestParam int limit);

	record Piece<T>(List<T> items, @Nullable String next) {

	}

	record Integration(String name, Spec spec, @Nullable String url) {

		public String title() {
			return (this.spec.displayName() != null) ? this.spec.displayName() : this.name;
		}

	}

	record Spec(String type, @Nullable String displayName, @Nullable String team, @Nullable String staleAfter,
			@Nullable Map<String, @Nullable Object> locks) {

	}

	record LastDelivery(String integration, Delivery delivery) {

	}

	record Delivery(String id, Instant receivedAt, String outcome, @Nullable String reason, @Nullable String note,
			int alerts, long size) {

	}

	record Heartbeat(String name, HeartbeatSpec spec, String status, @Nullable Instant lastBeatAt,
			@Nullable Instant dueAt, @Nullable Instant lapsedAt, @Nullable Pause pause) {

		public String title() {
			return (this.spec.displayName() != null) ? this.spec.displayName() : this.name;
		}

	}

	record HeartbeatSpec(String integration, @Nullable String displayName, String interval) {

	}

	record Pause(String reason, @Nullable Instant until) {

	}

	record Setup(String title, String format, String text) {

	}

}
