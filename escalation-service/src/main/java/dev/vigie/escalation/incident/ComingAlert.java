package dev.vigie.escalation.incident;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What is about to be told: to read at once what many reports will ask for.
 *
 * @param alert the alert, if it is about one
 * @param fires whether it may open an incident
 * @param at when the sender's delivery was accepted
 */
public record ComingAlert(AlertSender sender, @Nullable ReportedAlert alert, boolean fires, Instant at) {

	Optional<AlertTable.Wanted> wanted() {
		return Optional.ofNullable(this.alert)
			.map((alert) -> new AlertTable.Wanted(this.sender.integration(), alert.fingerprint(), alert.startsAt()));
	}

}
