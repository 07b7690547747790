package dev.vigie.alertingest.heartbeat;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A heartbeat as it stands.
 *
 * @param integrationId whose sender beats
 * @param lastBeatAt when it was heard of last
 * @param dueAt when it lapses unless it is heard of; null while it is paused without an
 * end
 * @param lapsedAt since when it is missed
 * @param pause the pause that lasts, or did last
 */
public record Heartbeat(String name, int version, HeartbeatSpec spec, UUID integrationId, @Nullable Instant lastBeatAt,
		@Nullable Instant dueAt, @Nullable Instant lapsedAt, HeartbeatSpec.@Nullable Paused pause) {

	boolean isLapsed() {
		return this.lapsedAt != null;
	}

	public HeartbeatSpec.@Nullable Paused pauseAt(Instant now) {
		return (this.pause != null && !this.pause.isOver(now)) ? this.pause : null;
	}

	public Status status(Instant now) {
		if (pauseAt(now) != null) {
			return Status.PAUSED;
		}
		if (this.lapsedAt != null) {
			return Status.LAPSED;
		}
		return (this.lastBeatAt != null) ? Status.ALIVE : Status.WAITING;
	}

	/**
	 * How a heartbeat fares.
	 */
	public enum Status {

		WAITING, ALIVE, LAPSED, PAUSED

	}

}
