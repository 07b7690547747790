package dev.vigie.alertingest.silence;

import org.springframework.stereotype.Component;

/**
 * Looks for starts and ends of silences.
 */
@Component
class SilenceWatch {

	private static final int SLICE = 50;

	private final SilenceHandling handling;

	SilenceWatch(SilenceHandling handling) {
		this.handling = handling;
	}

	void runDue() {
		int settled;
		do {
			settled = this.handling.settleDue(SLICE);
		}
		while (settled == SLICE);
	}

	void forgetOld() {
		this.handling.forgetOld();
	}

}
