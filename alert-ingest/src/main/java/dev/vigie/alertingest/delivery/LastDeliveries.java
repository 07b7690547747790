package dev.vigie.alertingest.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the last delivery of each integration.
 */
@Component
class LastDeliveries {

	private final JdbcClient jdbc;

	LastDeliveries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The integrations in the order of their names; one that has no delivery is left out.
	 */
	List<LastDelivery> after(String name, int limit) {
		return this.jdbc.sql("""
				select integration.name, last.*
				from integration cross join lateral (
					select id, received_at, outcome, reason, note, alerts, size from delivery
					where integration_id = integration.id order by received_at desc, id desc limit 1) last
				where not integration.removed and integration.name > :name
				order by integration.name limit :limit
				""").param("name", name).param("limit", limit).query((row, _) -> last(row)).list();
	}

	private static LastDelivery last(ResultSet row) throws SQLException {
		return new LastDelivery(row.getString("name"), DeliveryTable.delivery(row));
	}

	/**
	 * An integration and what it heard last.
	 */
	record LastDelivery(String integration, Delivery delivery) {
	}

}
