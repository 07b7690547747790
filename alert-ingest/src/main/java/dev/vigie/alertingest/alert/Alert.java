package dev.vigie.alertingest.alert;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One problem as its sender identifies it, in its present life.
 */
record Alert(UUID id, String fingerprint, AlertStatus status, Map<String, String> labels,
		Map<String, String> annotations, @Nullable String generatorUrl, Instant startsAt, @Nullable Instant endsAt) {

	boolean isFiring() {
		return this.status == AlertStatus.FIRING;
	}

}
