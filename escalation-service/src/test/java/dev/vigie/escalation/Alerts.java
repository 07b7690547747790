package dev.vigie.escalation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.vigie.shared.feed.FeedEvent;
import dev.vigie.shared.feed.FeedHandler;

/**
 * Lets alerts fire and stop, as alert-ingest tells it.
 */
@Component
public class Alerts {

	private final FeedHandler alerts;

	private final TransactionTemplate transactions;

	private final JdbcClient jdbc;

	private final InstantSource clock;

	private final JsonMapper json;

	Alerts(@Qualifier("alertFeed") FeedHandler alerts, TransactionTemplate transactions, JdbcClient jdbc,
			InstantSource clock, JsonMapper json) {
		this.alerts = alerts;
		this.transactions = transactions;
		this.jdbc = jdbc;
		this.clock = clock;
		this.json = json;
	}

	/**
	 * An incident for tests that need no more of it.
	 */
	public UUID open() {
		fires("db1", "Disk full");
		return this.jdbc.sql("select id from incident").query((row, _) -> row.getObject(1, UUID.class)).single();
	}

	/**
	 * An alert of its own group fires.
	 * @return the number of its incident
	 */
	public long fires(String name, String summary) {
		tell("fired", name, summary);
		return this.jdbc.sql("select max(number) from incident").query((row, _) -> row.getLong(1)).single();
	}

	public void resolves(String name) {
		tell("resolved", name, "");
	}

	/**
	 * Another alert of the same group fires.
	 */
	public void joins(String group, String name) {
		tell("fired", group, name, "Disk full on " + name);
	}

	private void tell(String what, String name, String summary) {
		tell(what, name, name, summary);
	}

	private void tell(String what, String group, String name, String summary) {
		Instant now = this.clock.instant();
		Map<String, Object> alert = Map.of("id", UUID.randomUUID(), "fingerprint", name, "status",
				what.equals("fired") ? "firing" : "resolved", "labels", Map.of("alertname", "DiskFull", "host", name),
				"annotations", Map.of("summary", summary), "startsAt", "2026-03-02T11:59:00Z", "generatorUrl",
				"http://prometheus/graph?" + name, "receivedAt", now);
		Map<String, Object> data = Map.of("alert", alert, "integration", Map.of("name", "am", "type", "alertmanager"),
				"group", Map.of("key", group, "labels", Map.of("host", group), "hidden", 0));
		FeedEvent event = new FeedEvent("1.0", "1", "dev.vigie.alert." + what, "/alert-ingest", "am/" + name, now,
				"application/json", this.json.valueToTree(data));
		this.transactions.executeWithoutResult((_) -> this.alerts.apply(event));
		this.alerts.afterBatch();
	}

}
