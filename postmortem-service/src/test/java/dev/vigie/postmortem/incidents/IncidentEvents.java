package dev.vigie.postmortem.incidents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.vigie.shared.feed.FeedEvent;
import dev.vigie.shared.feed.FeedHandler;

/**
 * What escalation-service would tell: events shaped like the fixture, and a reader that
 * takes each in a transaction.
 */
@Component
public class IncidentEvents {

	static final JsonMapper JSON = JsonMapper.builder().build();

	private final AtomicLong position = new AtomicLong();

	private final FeedHandler handler;

	private final TransactionTemplate transactions;

	IncidentEvents(FeedHandler handler, TransactionTemplate transactions) {
		this.handler = handler;
		this.transactions = transactions;
	}

	public void take(FeedEvent event) {
		this.transactions.executeWithoutResult((_) -> this.handler.apply(event));
	}

	/**
	 * Makes and takes an event.
	 * @return the event, to be told again
	 */
	public FeedEvent tell(long number, String status, String severity, Instant at) {
		FeedEvent event = event(number, status, severity, at);
		take(event);
		return event;
	}

	/**
	 * Makes and takes an event of an incident that only these may know of, everybody if
	 * none is named.
	 */
	public void tellOfPrivate(long number, Instant at, String... people) {
		FeedEvent event = event(number, "resolved", "P1", at);
		ObjectNode incident = (ObjectNode) event.data().get("incident");
		incident.put("private", people.length > 0);
		ArrayNode named = incident.putArray("people");
		Stream.of(people).forEach(named::add);
		take(event);
	}

	public FeedEvent event(long number, String status, String severity, Instant at) {
		ObjectNode event = fixture();
		event.put("id", String.valueOf(this.position.incrementAndGet()));
		event.put("subject", "INC-" + number);
		ObjectNode incident = (ObjectNode) event.get("data").get("incident");
		incident.put("number", number);
		incident.put("status", status);
		incident.put("severity", severity);
		if (!status.equals("resolved")) {
			incident.putNull("resolvedAt");
		}
		ObjectNode entry = (ObjectNode) event.get("data").get("entry");
		entry.put("id", UUID.randomUUID().toString());
		entry.put("occurredAt", at.toString());
		entry.put("code", status.toUpperCase(Locale.ROOT));
		entry.putObject("texts").put("en", "Incident is " + status).put("fr", "Incident : " + status);
		return read(event);
	}

	static ObjectNode fixture() {
		try (InputStream file = IncidentEvents.class.getResourceAsStream("/feed/incident-changed.json")) {
			return (ObjectNode) JSON.readTree(file);
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	static FeedEvent read(ObjectNode event) {
		return JSON.treeToValue(event, FeedEvent.class);
	}

}
