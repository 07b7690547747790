package dev.vigie.alertingest.delivery;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of deliveries.
 */
@Component
class DeliveryTable {

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	DeliveryTable(JdbcClient jdbc, JdbcTemplate batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	void insert(List<Row> rows) {
		this.batches.batchUpdate("""
				insert into delivery (id, integration_id, received_at, outcome, reason, note, alerts, size, body)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?)
				""", rows, rows.size(), DeliveryTable::bind);
	}

	private static void bind(PreparedStatement sql, Row row) throws SQLException {
		Delivery delivery = row.delivery();
		sql.setObject(1, delivery.id());
		sql.setObject(2, row.integration());
		sql.setObject(3, delivery.receivedAt().atOffset(ZoneOffset.UTC));
		sql.setString(4, delivery.outcome().name());
		sql.setString(5, delivery.reason());
		sql.setString(6, delivery.note());
		sql.setInt(7, delivery.alerts());
		sql.setLong(8, delivery.size());
		sql.setBytes(9, row.body());
	}

	/**
	 * Says more of a delivery than could be said when it came.
	 */
	void note(UUID delivery, String note) {
		this.jdbc.sql("update delivery set note = :note where id = :id")
			.param("note", note)
			.param("id", delivery)
			.update();
	}

	List<Delivery> newest(UUID integration, @Nullable UUID after, int limit) {
		return this.jdbc.sql("""
				select id, received_at, outcome, reason, note, alerts, size from delivery
				where integration_id = :integration and (:after::uuid is null
					or (received_at, id) < (select received_at, id from delivery where id = :after::uuid))
				order by received_at desc, id desc limit :limit
				""")
			.param("integration", integration)
			.param("after", after)
			.param("limit", limit)
			.query((row, _) -> new Delivery(row.getObject("id", UUID.class),
					row.getObject("received_at", OffsetDateTime.class).toInstant(),
					Delivery.Outcome.valueOf(row.getString("outcome")), row.getString("reason"), row.getString("note"),
					row.getInt("alerts"), row.getLong("size")))
			.list();
	}

	int deleteBefore(Instant time, int limit) {
		return this.jdbc.sql("""
				delete from delivery where id in (
					select id from delivery where received_at < :time order by received_at limit :limit)
				""").param("time", time.atOffset(ZoneOffset.UTC)).param("limit", limit).update();
	}

	/**
	 * A delivery and the packed bytes of its body, null when they were too many to keep.
	 */
	record Row(UUID integration, Delivery delivery, byte @Nullable [] body) {
	}

}
