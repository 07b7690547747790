package dev.vigie.alertingest.sender.opsgenie;

/**
 * How long an answer took, as Opsgenie says with each.
 */
record Took(long startedAt) {

	static Took start() {
		return new Took(System.nanoTime());
	}

	double seconds() {
		return Math.round((System.nanoTime() - this.startedAt) / 1e6) / 1e3;
	}

}
