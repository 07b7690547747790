package dev.vigie.alertingest.integration;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

/**
 * Notes when keys are used, in memory; a worker writes it down once a minute, apart from
 * the deliveries.
 */
@Component
class KeyUse {

	private static final Duration KEPT = Duration.ofDays(30);

	private final Map<UUID, Instant> used = new ConcurrentHashMap<>();

	private final KeyTable keys;

	private final InstantSource clock;

	KeyUse(KeyTable keys, InstantSource clock) {
		this.keys = keys;
		this.clock = clock;
	}

	void note(UUID key, Instant at) {
		this.used.put(key, at);
	}

	void write() {
		for (UUID key : this.used.keySet()) {
			Instant at = this.used.get(key);
			if (at != null) {
				this.keys.used(key, at);
				this.used.remove(key, at);
			}
		}
		this.keys.deleteExpiredBefore(this.clock.instant().minus(KEPT));
	}

}
