package dev.vigie.alertingest.integration;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import dev.vigie.alertingest.lock.Locks;

/**
 * What an integration sets against senders that should not, or do too much.
 *
 * @param locks what must hold beside the key
 * @param alertsPerMinute how many alerts it takes
 * @param retention how long its deliveries are kept, zero to keep no body
 */
public record Protection(@Nullable Locks locks, @Nullable Integer alertsPerMinute, @Nullable Duration retention) {

	static final Protection NONE = new Protection(null, null, null);

	static Protection of(IntegrationSpec spec) {
		return new Protection(spec.locks(), (spec.quota() != null) ? spec.quota().alertsPerMinute() : null,
				(spec.retention() != null) ? spec.retention().length() : null);
	}

}
