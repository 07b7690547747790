package dev.vigie.alertingest.sender;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import dev.vigie.alertingest.alert.AlertIntake;
import dev.vigie.alertingest.alert.AlertReport;
import dev.vigie.alertingest.integration.IntegrationRef;
import dev.vigie.alertingest.sender.SenderParser.Parsed;
import dev.vigie.shared.problem.Invalid;

/**
 * Takes deliveries: a body is stored with all that follows from it or not at all, and a
 * refused one leaves its reason.
 */
@Component
class DeliveryHandling {

	private static final Logger log = LoggerFactory.getLogger(DeliveryHandling.class);

	private static final int ATTEMPTS = 5;

	private static final int LONGEST_REASON = 1000;

	private final Map<String, SenderParser> parsers;

	private final AlertIntake alerts;

	private final DeliveryTable deliveries;

	private final TransactionOperations transactions;

	private final InstantSource clock;

	DeliveryHandling(List<SenderParser> parsers, AlertIntake alerts, DeliveryTable deliveries,
			TransactionOperations transactions, InstantSource clock) {
		this.parsers = parsers.stream().collect(Collectors.toMap(SenderParser::type, Function.identity()));
		this.alerts = alerts;
		this.deliveries = deliveries;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * Takes a body; when it returns, everything is committed.
	 * @return how many alerts the body listed
	 */
	int take(IntegrationRef integration, byte[] body) {
		Instant at = now();
		byte[] packed = DeliveryTable.gzip(body);
		try {
			Parsed parsed = parser(integration).parse(body, at);
			Delivery delivery = Delivery.accepted(at, parsed, body.length);
			store(integration, parsed, delivery, packed);
			return delivery.alerts();
		}
		catch (Invalid invalid) {
			refuse(integration, String.valueOf(invalid.getMessage()), body.length, packed);
			throw invalid;
		}
		catch (DataIntegrityViolationException unstorable) {
			log.warn("A delivery to integration {} cannot be stored", integration.name(), unstorable);
			refuse(integration, "It holds something that cannot be stored", body.length, packed);
			throw new Invalid("", "The body holds something that cannot be stored");
		}
	}

	/**
	 * Leaves a trace of a body that was not taken.
	 */
	void refuse(IntegrationRef integration, String reason, long size, byte @Nullable [] packed) {
		String text = reason.replace("\0", "")
			.codePoints()
			.limit(LONGEST_REASON)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
		this.deliveries.insert(integration.id(), Delivery.refused(now(), text, size), packed);
		log.info("Refused a delivery of {} bytes to integration {}: {}", size, integration.name(), text);
	}

	private void store(IntegrationRef integration, Parsed parsed, Delivery delivery, byte[] packed) {
		AlertReport report = new AlertReport(
				new AlertReport.Origin(integration.id(), integration.name(), integration.type(), integration.team()),
				parsed.group(), parsed.changes());
		for (int attempt = 1;; attempt++) {
			try {
				this.transactions.executeWithoutResult((_) -> {
					this.deliveries.insert(integration.id(), delivery, packed);
					this.alerts.take(report, delivery.receivedAt());
				});
				return;
			}
			catch (ConcurrencyFailureException lost) {
				if (attempt == ATTEMPTS) {
					throw lost;
				}
				log.debug("A delivery to integration {} is tried again: {}", integration.name(), lost.getMessage());
			}
		}
	}

	private SenderParser parser(IntegrationRef integration) {
		SenderParser parser = this.parsers.get(integration.type());
		if (parser == null) {
			throw new IllegalStateException("No parser for " + integration.type());
		}
		return parser;
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

}
