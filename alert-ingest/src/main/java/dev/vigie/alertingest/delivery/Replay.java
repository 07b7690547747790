package dev.vigie.alertingest.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

import dev.vigie.alertingest.integration.IntegrationRef;
import dev.vigie.alertingest.sender.Inbound;
import dev.vigie.alertingest.sender.Reading;
import dev.vigie.shared.problem.Conflict;
import dev.vigie.shared.problem.NotFound;

/**
 * Reads stored bodies again, as they would be read today. Their sender proved itself when
 * it delivered them and is not asked again.
 */
@Component
class Replay {

	private static final Logger log = LoggerFactory.getLogger(Replay.class);

	private final Parsers parsers;

	private final DeliveryTable deliveries;

	private final GroupCommit commits;

	private final InstantSource clock;

	Replay(Parsers parsers, DeliveryTable deliveries, GroupCommit commits, InstantSource clock) {
		this.parsers = parsers;
		this.deliveries = deliveries;
		this.commits = commits;
		this.clock = clock;
	}

	/**
	 * The raw bytes of a delivery.
	 */
	byte[] body(IntegrationRef integration, UUID id) {
		return body(find(integration, id));
	}

	/**
	 * What a delivery says today.
	 * @throws dev.vigie.shared.problem.Invalid if it makes no sense today either
	 */
	Reading read(IntegrationRef integration, UUID id) {
		DeliveryTable.Row row = find(integration, id);
		HttpHeaders headers = new HttpHeaders();
		row.kept().headers().forEach(headers::add);
		return this.parsers.of(integration)
			.read(new Inbound(id, integration, row.kept().rest(), headers, body(row), row.delivery().receivedAt()));
	}

	/**
	 * Takes a delivery again: what it says is told as if it had come now.
	 * @param by who wants it
	 * @return the delivery that the replay is in the log
	 */
	Delivery apply(IntegrationRef integration, UUID id, Reading reading, String by) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		Reading noted = reading.noted("%s had delivery %s read again".formatted(by, id));
		Delivery replayed = Delivery.accepted(UUID.randomUUID(), now, noted, 0);
		this.commits.commit(new GroupCommit.Entry(integration, replayed, noted, Kept.NOTHING));
		log.info("Delivery {} to integration {} was read again for {}: {} alerts", id, integration.name(), by,
				reading.alerts());
		return replayed;
	}

	private DeliveryTable.Row find(IntegrationRef integration, UUID id) {
		return this.deliveries.find(integration.id(), id)
			.orElseThrow(
					() -> new NotFound("There is no delivery %s to integration %s".formatted(id, integration.name())));
	}

	private static byte[] body(DeliveryTable.Row row) {
		byte[] packed = row.kept().body();
		if (packed == null) {
			throw new Conflict("no-body", "No body was kept of delivery " + row.delivery().id());
		}
		return Packing.unpack(packed);
	}

}
