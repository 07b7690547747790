package dev.vigie.alertingest.heartbeat;

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

	void runDue() {
		int lapsed;
		do {
			lapsed = this.handling.lapse(SLICE);
		}
		while (lapsed == SLICE);
	}

}
