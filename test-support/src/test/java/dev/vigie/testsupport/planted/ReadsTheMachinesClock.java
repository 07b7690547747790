package dev.vigie.testsupport.planted;

import java.time.Instant;

class ReadsTheMachinesClock {

	Instant now() {
		return Instant.now();
	}

}
