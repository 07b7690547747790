package dev.vigie.alertingest.heartbeat;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import dev.vigie.alertingest.alert.Attendance;

/**
 * Runs the watch in every replica; tests run it themselves.
 */
@Component
@ConditionalOnProperty(name = "vigie.workers.enabled", matchIfMissing = true)
class HeartbeatSchedule {

	private final Attendance attendance = new Attendance(System::nanoTime);

	private final HeartbeatWatch watch;

	HeartbeatSchedule(HeartbeatWatch watch) {
		this.watch = watch;
	}

	@Scheduled(fixedDelayString = "PT1S")
	void run() {
		this.watch.runDue(this.attendance.length());
		this.attendance.attended();
	}

}
