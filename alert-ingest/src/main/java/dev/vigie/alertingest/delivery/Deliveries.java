package dev.vigie.alertingest.delivery;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

import dev.vigie.alertingest.integration.IntegrationRef;
import dev.vigie.alertingest.lock.Locks;
import dev.vigie.alertingest.sender.Inbound;
import dev.vigie.alertingest.sender.Reading;
import dev.vigie.alertingest.sender.SenderParser;
import dev.vigie.shared.problem.Denied;
import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.problem.TooLarge;
import dev.vigie.shared.problem.Unavailable;

/**
 * Takes deliveries: a body is stored with all that follows from it or not at all, and a
 * refused one leaves its reason.
 */
@Component
public class Deliveries {

	private static final Logger log = LoggerFactory.getLogger(Deliveries.class);

	private static final int LONGEST_REASON = 1000;

	private final Parsers parsers;

	private final GroupCommit commits;

	private final DeliveryTable deliveries;

	private final InstantSource clock;

	Deliveries(Parsers parsers, GroupCommit commits, DeliveryTable deliveries, InstantSource clock) {
		this.parsers = parsers;
		this.commits = commits;
		this.deliveries = deliveries;
		this.clock = clock;
	}

	/**
	 * Takes a body; when it returns, everything is committed.
	 * @param rest what follows the key in the path, without slashes at its ends
	 * @throws Invalid if the body makes no sense
	 * @throws Denied if the sender did not prove who it is
	 */
	public Receipt take(IntegrationRef integration, String rest, HttpHeaders headers, byte[] body) {
		Inbound inbound = new Inbound(integration, rest, headers, body, now());
		SenderParser parser = this.parsers.of(integration);
		Kept kept = Kept.of(inbound, parser);
		try {
			open(inbound);
			verify(parser, inbound, kept);
			Reading reading = parser.read(inbound);
			Delivery delivery = Delivery.accepted(inbound.id(), inbound.receivedAt(), reading, body.length);
			this.commits.commit(new GroupCommit.Entry(integration, delivery, reading, kept));
			return new Receipt(delivery.id(), integration, follow(parser, inbound, reading, delivery));
		}
		catch (Invalid refused) {
			refuse(integration, String.valueOf(refused.getMessage()), body.length, kept);
			throw refused;
		}
		catch (Denied denied) {
			deny(integration, denied, body.length);
			throw denied;
		}
		catch (DataAccessException failure) {
			if (!isUnstorable(failure)) {
				throw failure;
			}
			log.warn("A delivery to integration {} cannot be stored", integration.name(), failure);
			refuse(integration, "It holds something that cannot be stored", body.length, kept);
			throw new Invalid("", "The body holds something that cannot be stored");
		}
	}

	private void verify(SenderParser parser, Inbound inbound, Kept kept) {
		try {
			parser.verify(inbound);
		}
		catch (Unavailable unproven) {
			refuse(inbound.integration(), String.valueOf(unproven.getMessage()), inbound.body().length, kept);
			throw unproven;
		}
	}

	private Reading follow(SenderParser parser, Inbound inbound, Reading reading, Delivery delivery) {
		try {
			String outcome = parser.accepted(inbound, reading);
			if (outcome == null) {
				return reading;
			}
			Reading noted = reading.noted(outcome);
			this.deliveries.note(delivery.id(), String.valueOf(noted.note()));
			return noted;
		}
		catch (Unavailable failed) {
			this.deliveries.note(delivery.id(),
					String.valueOf(reading.noted(String.valueOf(failed.getMessage())).note()));
			throw failed;
		}
	}

	/**
	 * Leaves a trace of a body that was not taken.
	 */
	void refuse(IntegrationRef integration, String reason, long size, Kept kept) {
		leave(integration, Delivery.refused(now(), storable(reason), size), kept);
	}

	/**
	 * Leaves a trace of a body that was too large, and lets those know who own the
	 * integration.
	 */
	void refuse(IntegrationRef integration, TooLarge tooLarge, long size) {
		Delivery refused = Delivery.refused(now(), storable(String.valueOf(tooLarge.getMessage())), Math.max(size, 0));
		this.commits.commit(Oversize.begin(integration, refused));
		log.info("Refused a delivery of {} bytes to integration {}: {}", refused.size(), integration.name(),
				refused.reason());
	}

	/**
	 * Leaves a trace of a sender that did not prove who it is; its body is not kept.
	 */
	void deny(IntegrationRef integration, Denied denied, long size) {
		leave(integration, Delivery.denied(now(), storable(String.valueOf(denied.getMessage())), Math.max(size, 0)),
				Kept.NOTHING);
	}

	private void leave(IntegrationRef integration, Delivery delivery, Kept kept) {
		this.commits.leave(new DeliveryTable.Row(integration.id(), delivery, kept));
		log.info("Refused a delivery of {} bytes to integration {}: {}", delivery.size(), integration.name(),
				delivery.reason());
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

	private static String storable(String reason) {
		return reason.replace("\0", "")
			.codePoints()
			.limit(LONGEST_REASON)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

	private static void open(Inbound inbound) {
		Locks locks = inbound.integration().protection().locks();
		if (locks != null) {
			locks.checkBody(inbound.headers(), inbound.body(), inbound.receivedAt());
		}
	}

	// Of class 54 is what exceeds a limit of PostgreSQL: it would come again for ever.
	private static boolean isUnstorable(DataAccessException failure) {
		return failure instanceof DataIntegrityViolationException || (failure.getRootCause() instanceof SQLException sql
				&& String.valueOf(sql.getSQLState()).startsWith("54"));
	}

}
