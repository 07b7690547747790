package dev.vigie.alertingest.delivery;

import java.time.InstantSource;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import dev.vigie.alertingest.alert.AlertIntake;
import dev.vigie.alertingest.change.ChangeEvents;

/**
 * Writes deliveries down with all that follows from them.
 */
@Component
class Ledger {

	private static final Logger log = LoggerFactory.getLogger(Ledger.class);

	private static final int ATTEMPTS = 5;

	private final AlertIntake alerts;

	private final ChangeEvents changes;

	private final DeliveryTable deliveries;

	private final TransactionOperations transactions;

	private final InstantSource clock;

	Ledger(AlertIntake alerts, ChangeEvents changes, DeliveryTable deliveries, TransactionOperations transactions,
			InstantSource clock) {
		this.alerts = alerts;
		this.changes = changes;
		this.deliveries = deliveries;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * Stores the entries, all or none.
	 */
	void store(List<GroupCommit.Entry> entries) {
		for (int attempt = 1;; attempt++) {
			try {
				this.transactions.executeWithoutResult((_) -> write(entries));
				return;
			}
			catch (ConcurrencyFailureException lost) {
				if (attempt == ATTEMPTS) {
					throw lost;
				}
				log.debug("{} deliveries are tried again: {}", entries.size(), lost.getMessage());
			}
		}
	}

	/**
	 * Stores a delivery that nothing follows from.
	 */
	void leave(DeliveryTable.Row row) {
		this.deliveries.insert(List.of(row));
	}

	private void write(List<GroupCommit.Entry> entries) {
		this.deliveries.insert(entries.stream()
			.map((entry) -> new DeliveryTable.Row(entry.integration().id(), entry.delivery(), entry.kept()))
			.toList());
		entries.forEach((entry) -> this.changes.record(entry.integration().id(), entry.reading().changes(),
				entry.delivery().receivedAt()));
		this.alerts.take(entries.stream().flatMap((entry) -> entry.reports().stream()).toList(), this.clock.instant());
	}

}
