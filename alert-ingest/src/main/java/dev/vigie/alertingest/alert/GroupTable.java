package dev.vigie.alertingest.alert;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Remembers of each group how many of its alerts were left out.
 */
@Component
class GroupTable {

	private final JdbcClient jdbc;

	GroupTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Locks the group, which puts the deliveries of two peers in a row.
	 * @return whether the number of hidden alerts is another than before
	 */
	boolean hide(UUID integration, String hash, int hidden, Instant at) {
		int before = this.jdbc.sql("""
				insert into alert_group (integration_id, hash, hidden, last_seen_at)
				values (:integration, :hash, 0, :at)
				on conflict (integration_id, hash) do update set last_seen_at = excluded.last_seen_at
				returning hidden
				""")
			.param("integration", integration)
			.param("hash", hash)
			.param("at", at.atOffset(ZoneOffset.UTC))
			.query(Integer.class)
			.single();
		if (before == hidden) {
			return false;
		}
		this.jdbc.sql("update alert_group set hidden = :hidden where integration_id = :integration and hash = :hash")
			.param("hidden", hidden)
			.param("integration", integration)
			.param("hash", hash)
			.update();
		return true;
	}

}
