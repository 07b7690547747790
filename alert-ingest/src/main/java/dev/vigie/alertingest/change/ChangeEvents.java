package dev.vigie.alertingest.change;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stores changes.
 */
@Component
public class ChangeEvents {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	ChangeEvents(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * Stores what an integration told, in the transaction that also records the delivery.
	 */
	public void record(UUID integration, List<ChangeEvent> events, Instant at) {
		events.forEach((event) -> this.jdbc.sql("""
				insert into change_event (id, integration_id, happened_at, received_at, summary, source, service,
					labels, links, details)
				values (:id, :integration, :happenedAt, :at, :summary, :source, :service, :labels::jsonb,
					:links::jsonb, :details::jsonb)
				""")
			.param("id", UUID.randomUUID())
			.param("integration", integration)
			.param("happenedAt", event.happenedAt().atOffset(ZoneOffset.UTC))
			.param("at", at.atOffset(ZoneOffset.UTC))
			.param("summary", event.summary())
			.param("source", event.source())
			.param("service", event.service())
			.param("labels", this.json.writeValueAsString(event.labels()))
			.param("links", this.json.writeValueAsString(event.links()))
			.param("details", event.details())
			.update());
	}

}
