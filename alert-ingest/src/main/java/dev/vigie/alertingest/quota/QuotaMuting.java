package dev.vigie.alertingest.quota;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

import dev.vigie.alertingest.alert.Muting;
import dev.vigie.alertingest.integration.IntegrationRef;
import dev.vigie.alertingest.integration.Quota;

/**
 * Holds back the alerts that begin beyond an integration's quota. They are stored and,
 * while they still fire, told as fast as the quota allows; so nothing is lost, and nobody
 * is paged a thousand times. It is asked last: what is muted anyway takes no token.
 */
@Component
class QuotaMuting implements Muting {

	private final Buckets buckets;

	QuotaMuting(Buckets buckets) {
		this.buckets = buckets;
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public Rules read() {
		return this::at;
	}

	private Session at(Instant now) {
		return new Session() {

			@Override
			public @Nullable String reason(IntegrationRef integration, Map<String, String> labels) {
				Quota quota = integration.protection().quota();
				boolean held = quota != null && !QuotaMuting.this.buckets.take(integration, quota, now);
				return held ? Buckets.reason(integration) : null;
			}

			@Override
			public Collection<String> lasting() {
				return QuotaMuting.this.buckets.exhausted(now);
			}

		};
	}

}
