package dev.vigie.alertingest.sender.sns;

import java.net.URI;

/**
 * Gets what an address of SNS holds; the address was checked before.
 */
interface Fetcher {

	Answer fetch(URI address);

	/**
	 * What came of it.
	 */
	sealed interface Answer {

		record Fetched(byte[] body) implements Answer {
		}

		/**
		 * Asking again would change nothing.
		 */
		record Refused(int status) implements Answer {
		}

		record Unreachable(String reason) implements Answer {
		}

	}

}
