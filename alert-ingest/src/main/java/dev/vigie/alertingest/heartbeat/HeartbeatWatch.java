package dev.vigie.alertingest.heartbeat;

import java.time.Duration;

import org.springframework.stereotype.Component;

/**
 * Looks for heartbeats that are missed.
 */
@Component
class HeartbeatWatch {

	private static final int SLICE = 50;

	private final HeartbeatHandling handling;

	HeartbeatWatch(HeartbeatHandling handling) {
		this.handling = handling;
	}

	/**
	 * Tells of those that are missed.
	 * @param attended how long beats could come in without a gap: a beat that met nobody
	 * is not the sender's fault
	 */
	void runDue(Duration attended) {
		int lapsed;
		do {
			lapsed = this.handling.lapse(SLICE, attended);
		}
		while (lapsed == SLICE);
	}

}
