package dev.vigie.gateway.console.changes;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/**
 * What the console asks alert-ingest about changes.
 */
interface ChangesClient {

	@GetExchange("/api/v1/changes")
	ChangeList list(@RequestParam(required = false) @Nullable String service,
			@RequestParam(required = false) @Nullable String integration, @RequestParam Instant from,
			@RequestParam Instant to, @RequestParam int limit);

	record ChangeList(List<Change> items, @Nullable String next) {

	}

	record Change(UUID id, @Nullable String integration, Instant happenedAt, String summary, @Nullable String source,
			@Nullable String service, @Nullable List<Link> links) {

	}

	record Link(@Nullable String href, @Nullable String text) {

	}

}
