package dev.vigie.alertingest.delivery;

import java.sql.SQLException;
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
import dev.vigie.shared.problem.Unavailable;

/**
 * Takes deliveries: a body is stored with all that follows from it or not at all, and a
 * refused one leaves its reason.
 */
@Component
public class Deliveries {

	private static final Logger log = LoggerFactory.getLogger(Deliveries.class);

	private static final int LONGEST_REASON = 1000;

	private final Map<String, SenderParser> parsers;

	private final GroupCommit commits;

	private final DeliveryTable deliveries;

	private final InstantSource clock;

	Deliveries(List<SenderParser> parsers, GroupCommit commits, DeliveryTable deliveries, InstantSource clock) {
		this.parsers = parsers.stream().collect(Collectors.toMap(SenderParser::type, Function.identity()));
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
		byte[] packed = Packing.pack(body);
		try {
			SenderParser parser = parser(integration);
			open(inbound);
			verify(parser, inbound, packed);
			Reading reading = parser.read(inbound);
			Delivery delivery = Delivery.accepted(inbound.receivedAt(), reading, body.length);
			this.commits.commit(new GroupCommit.Entry(integration, delivery, reading, packed));
			return new Receipt(delivery.id(), integration, follow(parser, inbound, reading, delivery));
		}
		catch (Invalid refused) {
			refuse(integration, String.valueOf(refused.getMessage()), body.length, packed);
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
			refuse(integration, "It holds something that cannot be stored", body.length, packed);
			throw new Invalid("", "The body holds something that cannot be stored");
		}
	}

	private void verify(SenderParser parser, Inbound inbound, byte[] packed) {
		try {
			parser.verify(inbound);
		}
		catch (Unavailable unproven) {
			refuse(inbound.integration(), String.valueOf(unproven.getMessage()), inbound.body().length, packed);
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
	void refuse(IntegrationRef integration, String reason, long size, byte @Nullable [] packed) {
		leave(integration, Delivery.refused(now(), storable(reason), size), packed);
	}

	/**
	 * Leaves a trace of a sender that did not prove who it is; its body is not kept.
	 */
	void deny(IntegrationRef integration, Denied denied, long size) {
		leave(integration, Delivery.denied(now(), storable(String.valueOf(denied.getMessage())), Math.max(size, 0)),
				null);
	}

	private void leave(IntegrationRef integration, Delivery delivery, byte @Nullable [] packed) {
		this.commits.leave(new DeliveryTable.Row(integration.id(), delivery, packed));
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

	private SenderParser parser(IntegrationRef integration) {
		SenderParser parser = this.parsers.get(integration.type());
		if (parser == null) {
			throw new IllegalStateException("There is no parser for " + integration.type());
		}
		return parser;
	}

}
