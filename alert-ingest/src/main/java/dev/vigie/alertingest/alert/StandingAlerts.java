package dev.vigie.alertingest.alert;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which integrations have firing alerts of a certain kind.
 */
@Component
public class StandingAlerts {

	private final JdbcClient jdbc;

	StandingAlerts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The integrations with alerts that are kept from being told.
	 * @param reason what the reasons begin with
	 */
	public Set<UUID> muted(String reason) {
		return this.jdbc.sql("""
				select distinct integration_id from alert
				where status = 'FIRING' and not told and starts_with(muted_by, :reason)
				""").param("reason", reason).query(UUID.class).set();
	}

	/**
	 * The integrations whose alert with this fingerprint fires, and when that was last
	 * said.
	 */
	public Map<UUID, Instant> firing(String fingerprint) {
		Map<UUID, Instant> firing = new HashMap<>();
		this.jdbc.sql("""
				select alert.integration_id, alert.last_seen_at from integration
				join alert on alert.integration_id = integration.id and alert.fingerprint = :fingerprint
				where alert.status = 'FIRING'
				""")
			.param("fingerprint", fingerprint)
			.query((row, _) -> firing.put(row.getObject("integration_id", UUID.class),
					row.getObject("last_seen_at", OffsetDateTime.class).toInstant()))
			.list();
		return firing;
	}

}
