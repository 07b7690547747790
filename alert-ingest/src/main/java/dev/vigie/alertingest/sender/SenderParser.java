package dev.vigie.alertingest.sender;

import java.time.Instant;
import java.util.List;

import dev.vigie.alertingest.alert.AlertChange;
import dev.vigie.alertingest.alert.AlertReport;

/**
 * Understands the bodies of one kind of sender.
 */
interface SenderParser {

	/**
	 * The integration type it is for.
	 */
	String type();

	/**
	 * Reads a body.
	 * @param receivedAt when it came, to tell credible times from others
	 * @throws dev.vigie.shared.problem.Invalid if it makes no sense
	 */
	Parsed parse(byte[] body, Instant receivedAt);

	/**
	 * What a body says.
	 *
	 * @param cleaned whether characters that cannot be stored were taken out
	 */
	record Parsed(AlertReport.Group group, List<AlertChange> changes, boolean cleaned) {
	}

}
