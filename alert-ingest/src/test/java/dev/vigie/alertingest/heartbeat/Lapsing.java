package dev.vigie.alertingest.heartbeat;

import org.springframework.context.ApplicationContext;

import dev.vigie.alertingest.alert.Attendance;

/**
 * Looks for missed heartbeats when a test of another feature says so.
 */
public final class Lapsing {

	private Lapsing() {
	}

	public static void run(ApplicationContext program) {
		program.getBean(HeartbeatWatch.class).runDue(Attendance.PATIENCE);
	}

}
