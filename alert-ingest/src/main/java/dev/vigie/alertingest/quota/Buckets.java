package dev.vigie.alertingest.quota;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

import org.springframework.stereotype.Component;

import dev.vigie.alertingest.integration.IntegrationRef;
import dev.vigie.alertingest.integration.Quota;

/**
 * The buckets of this replica, one for each integration with a quota.
 */
@Component
class Buckets {

	/**
	 * What the reasons of alerts beyond a quota begin with.
	 */
	static final String REASON = "quota:";

	private final Map<UUID, Used> buckets = new ConcurrentHashMap<>();

	/**
	 * Takes the integration's next token.
	 * @return whether there was one
	 */
	boolean take(IntegrationRef integration, Quota quota, Instant now) {
		int perMinute = perMinute(quota);
		AtomicBoolean taken = new AtomicBoolean();
		this.buckets.compute(integration.id(), (_, used) -> {
			Bucket bucket = (used != null) ? used.bucket() : Bucket.FULL;
			Optional<Bucket> after = bucket.take(perMinute, now);
			taken.set(after.isPresent());
			return new Used(after.orElse(bucket), perMinute, reason(integration));
		});
		return taken.get();
	}

	/**
	 * The reasons of those that have nothing left.
	 */
	List<String> exhausted(Instant now) {
		return this.buckets.values()
			.stream()
			.filter((used) -> used.bucket().take(used.perMinute(), now).isEmpty())
			.map(Used::reason)
			.toList();
	}

	static String reason(IntegrationRef integration) {
		return REASON + integration.name();
	}

	private static int perMinute(Quota quota) {
		if (quota.alertsPerMinute() == null) {
			throw new IllegalStateException("A quota without a number was not refused");
		}
		return quota.alertsPerMinute();
	}

	private record Used(Bucket bucket, int perMinute, String reason) {
	}

}
