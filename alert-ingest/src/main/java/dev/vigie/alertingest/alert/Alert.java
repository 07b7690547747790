package dev.vigie.alertingest.alert;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One problem as its sender identifies it, in its present life.
 *
 * @param told whether the feed has told of this life
 * @param staleAt when a firing alert counts as ended unless it is repeated
 * @param statedAt what the sender says is the time of its last change of state
 * @param endReason why it ended, if not because the sender saw it healthy
 */
record Alert(UUID id, String fingerprint, AlertStatus status, Map<String, String> labels,
		Map<String, String> annotations, @Nullable String generatorUrl, Instant startsAt, @Nullable Instant endsAt,
		boolean told, @Nullable Instant staleAt, @Nullable Instant statedAt, @Nullable String endReason) {

	boolean isFiring() {
		return this.status == AlertStatus.FIRING;
	}

	Alert withTold(boolean told) {
		return new Alert(this.id, this.fingerprint, this.status, this.labels, this.annotations, this.generatorUrl,
				this.startsAt, this.endsAt, told, this.staleAt, this.statedAt, this.endReason);
	}

	Alert withStaleAt(@Nullable Instant staleAt) {
		return new Alert(this.id, this.fingerprint, this.status, this.labels, this.annotations, this.generatorUrl,
				this.startsAt, this.endsAt, this.told, staleAt, this.statedAt, this.endReason);
	}

	Alert reading(Map<String, String> labels, Map<String, String> annotations) {
		return new Alert(this.id, this.fingerprint, this.status, labels, annotations, this.generatorUrl, this.startsAt,
				this.endsAt, this.told, this.staleAt, this.statedAt, this.endReason);
	}

	/**
	 * Whether nothing differs but what every repeat moves.
	 */
	boolean isRepeatOf(Alert other) {
		return equals(other.withStaleAt(this.staleAt));
	}

}
