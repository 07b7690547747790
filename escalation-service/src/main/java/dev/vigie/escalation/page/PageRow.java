package dev.vigie.escalation.page;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A row of {@code page} that is new, to be written as JSON: many of them in one
 * statement.
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record PageRow(UUID id, UUID incidentId, int run, int again, int cycle, int step, String target,
		@Nullable String person, @Nullable String channel, String type, String address, String language, String zone,
		PageFacts facts, String status, int attempts, Instant nextAttemptAt, boolean wanted, boolean fallenBack,
		Instant createdAt) {

	static PageRow of(Page page) {
		PageRequest request = page.request();
		PageRequest.At at = request.at();
		return new PageRow(page.id(), at.incidentId(), at.run(), at.again(), at.cycle(), at.step(), request.target(),
				request.person(), request.to().channel(), request.to().type().name(), request.to().address(),
				request.reader().language().toLanguageTag(), request.reader().zone().getId(), request.facts(),
				page.status().name(), page.attempts(), page.createdAt().plus(request.delay()), page.wanted(),
				page.fallenBack(), page.createdAt());
	}

}
