package dev.vigie.alertingest.integration;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.springframework.stereotype.Component;

import dev.vigie.alertingest.integration.ReferenceCache.Opened;

/**
 * Says what a key opens now, and notes that it was used.
 */
@Component
class OpenKeys {

	private final KeyTable keys;

	private final ReferenceCache cache;

	private final KeyUse use;

	private final InstantSource clock;

	OpenKeys(KeyTable keys, ReferenceCache cache, KeyUse use, InstantSource clock) {
		this.keys = keys;
		this.cache = cache;
		this.use = use;
		this.clock = clock;
	}

	Optional<IntegrationRef> open(String key, Function<UUID, Optional<IntegrationRef>> byId) {
		Instant now = this.clock.instant();
		byte[] hash = Keys.hash(key);
		return this.cache.get(hash, () -> look(hash, byId))
			.filter((found) -> found.key().isValidAt(now))
			.map((found) -> {
				this.use.note(found.key().id(), now);
				return found.integration();
			});
	}

	private Optional<Opened> look(byte[] hash, Function<UUID, Optional<IntegrationRef>> byId) {
		return this.keys.byHash(hash)
			.flatMap((key) -> byId.apply(key.integration()).map((integration) -> new Opened(key, integration)));
	}

}
