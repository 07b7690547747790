package dev.vigie.alertingest.integration;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import dev.vigie.alertingest.lock.Locks;

/**
 * What an integration sets against senders that should not.
 *
 * @param locks what must hold beside the key
 * @param quota how much may be told
 * @param retention how long deliveries are kept, null for the program's default; zero
 * keeps no bodies
 */
public record Protection(@Nullable Locks locks, @Nullable Quota quota, @Nullable Duration retention) {

	static final Protection NONE = new Protection(null, null, null);

	static Protection of(IntegrationSpec spec) {
		return new Protection(spec.locks(), spec.quota(),
				(spec.retention() != null) ? spec.retention().length() : null);
	}

	public boolean keepsBodies() {
		return this.retention == null || !this.retention.isZero();
	}

}
