package dev.vigie.alertingest.sender.opsgenie;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What calls did, as long as their deliveries are kept.
 */
@Component
class OpsgenieRequests {

	private final JdbcClient jdbc;

	OpsgenieRequests(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void record(UUID delivery, Action action, @Nullable String alias, @Nullable UUID alert) {
		this.jdbc.sql("""
				insert into opsgenie_request (id, action, alias, alert_id) values (:id, :action, :alias, :alert)
				""")
			.param("id", delivery)
			.param("action", action.name())
			.param("alias", alias)
			.param("alert", alert)
			.update();
	}

	Optional<Done> find(UUID integration, UUID id) {
		return this.jdbc.sql("""
				select action, alias, alert_id, received_at from opsgenie_request
				join delivery on delivery.id = opsgenie_request.id
				where opsgenie_request.id = :id and delivery.integration_id = :integration
				""")
			.param("id", id)
			.param("integration", integration)
			.query((row, _) -> new Done(Action.valueOf(row.getString("action")), row.getString("alias"),
					row.getObject("alert_id", UUID.class),
					row.getObject("received_at", OffsetDateTime.class).toInstant()))
			.optional();
	}

	/**
	 * What a call did.
	 *
	 * @param alert null if there was no such alert
	 */
	record Done(Action action, @Nullable String alias, @Nullable UUID alert, Instant at) {
	}

}
