package dev.vigie.alertingest.integration;

import org.jspecify.annotations.Nullable;

import dev.vigie.alertingest.lock.Locks;

/**
 * What an integration sets against senders that should not.
 *
 * @param locks what must hold beside the key
 * @param quota how much may be told
 */
public record Protection(@Nullable Locks locks, @Nullable Quota quota) {

	static final Protection NONE = new Protection(null, null);

	static Protection of(IntegrationSpec spec) {
		return new Protection(spec.locks(), spec.quota());
	}

}
