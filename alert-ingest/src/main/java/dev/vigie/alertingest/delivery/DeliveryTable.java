package dev.vigie.alertingest.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of deliveries.
 */
@Component
class DeliveryTable {

	private final JdbcClient jdbc;

	DeliveryTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(List<Row> rows) {
		this.jdbc.sql("""
				insert into delivery (id, integration_id, received_at, outcome, reason, note, alerts, size, body)
				select id::uuid, integration::uuid, at::timestamptz, outcome, reason, note, alerts::integer,
					size::bigint, body
				from unnest(:ids::text[], :integrations::text[], :ats::text[], :outcomes::text[], :reasons::text[],
					:notes::text[], :alerts::text[], :sizes::text[], :bodies::bytea[])
					as told (id, integration, at, outcome, reason, note, alerts, size, body)
				""")
			.param("ids", texts(rows, (row) -> row.delivery().id().toString()))
			.param("integrations", texts(rows, (row) -> row.integration().toString()))
			.param("ats", texts(rows, (row) -> row.delivery().receivedAt().toString()))
			.param("outcomes", texts(rows, (row) -> row.delivery().outcome().name()))
			.param("reasons", texts(rows, (row) -> row.delivery().reason()))
			.param("notes", texts(rows, (row) -> row.delivery().note()))
			.param("alerts", texts(rows, (row) -> String.valueOf(row.delivery().alerts())))
			.param("sizes", texts(rows, (row) -> String.valueOf(row.delivery().size())))
			.param("bodies", rows.stream().map(Row::body).toArray(byte[][]::new))
			.update();
	}

	private static String[] texts(List<Row> rows, Function<Row, @Nullable String> text) {
		return rows.stream().map(text).toArray(String[]::new);
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
			.query((row, _) -> delivery(row))
			.list();
	}

	static Delivery delivery(ResultSet row) throws SQLException {
		return new Delivery(row.getObject("id", UUID.class),
				row.getObject("received_at", OffsetDateTime.class).toInstant(),
				Delivery.Outcome.valueOf(row.getString("outcome")), row.getString("reason"), row.getString("note"),
				row.getInt("alerts"), row.getLong("size"));
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
