package dev.vigie.alertingest.integration;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.shared.problem.Conflict;
import dev.vigie.shared.problem.NotFound;

/**
 * Gives integrations their keys and takes them away, in the transaction of the change.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class KeyRing {

	private static final int MOST = 10;

	private final KeyTable keys;

	private final InstantSource clock;

	private final ReferenceCache cache;

	KeyRing(KeyTable keys, InstantSource clock, ReferenceCache cache) {
		this.keys = keys;
		this.clock = clock;
		this.cache = cache;
	}

	/**
	 * A new key; the others open until the overlap is over.
	 */
	IntegrationKey rotate(UUID integration, Duration overlap) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		if (this.keys.newestFirst(integration).stream().filter((key) -> key.isValidAt(now)).count() >= MOST) {
			throw new Conflict("keys", "There are %d keys already; delete one that is not used".formatted(MOST));
		}
		this.keys.expire(integration, now.plus(overlap));
		String text = Keys.create();
		IntegrationKey key = IntegrationKey.of(integration, text, now);
		this.keys.insert(key, text);
		this.cache.forget();
		return key;
	}

	void revoke(UUID integration, UUID id) {
		if (this.keys.delete(integration, id) == 0) {
			throw new NotFound("There is no such key");
		}
		this.cache.forget();
	}

	void revokeAll(UUID integration) {
		this.keys.deleteAll(integration);
		this.cache.forget();
	}

	List<IntegrationKey> all(UUID integration) {
		return this.keys.newestFirst(integration);
	}

	/**
	 * The newest key, as far as it can be shown.
	 */
	@Nullable String text(UUID integration) {
		IntegrationKey key = texts(List.of(integration)).get(integration);
		return (key != null) ? key.text() : null;
	}

	Map<UUID, IntegrationKey> texts(List<UUID> integrations) {
		return this.keys.readable(integrations, this.clock.instant());
	}

	void changed() {
		this.cache.forget();
	}

}
