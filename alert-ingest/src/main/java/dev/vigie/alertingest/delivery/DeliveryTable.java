package dev.vigie.alertingest.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of deliveries.
 */
@Component
class DeliveryTable {

	private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final JsonMapper json;

	DeliveryTable(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	void insert(List<Row> rows) {
		this.jdbc.sql("""
				insert into delivery (id, integration_id, received_at, outcome, reason, note, alerts, size, body, rest,
					headers)
				select id::uuid, integration::uuid, at::timestamptz, outcome, reason, note, alerts::integer,
					size::bigint, body, rest, headers::jsonb
				from unnest(:ids::text[], :integrations::text[], :ats::text[], :outcomes::text[], :reasons::text[],
					:notes::text[], :alerts::text[], :sizes::text[], :bodies::bytea[], :rests::text[], :headers::text[])
					as told (id, integration, at, outcome, reason, note, alerts, size, body, rest, headers)
				""")
			.param("ids", texts(rows, (row) -> row.delivery().id().toString()))
			.param("integrations", texts(rows, (row) -> row.integration().toString()))
			.param("ats", texts(rows, (row) -> row.delivery().receivedAt().toString()))
			.param("outcomes", texts(rows, (row) -> row.delivery().outcome().name()))
			.param("reasons", texts(rows, (row) -> row.delivery().reason()))
			.param("notes", texts(rows, (row) -> row.delivery().note()))
			.param("alerts", texts(rows, (row) -> String.valueOf(row.delivery().alerts())))
			.param("sizes", texts(rows, (row) -> String.valueOf(row.delivery().size())))
			.param("bodies", rows.stream().map((row) -> row.kept().body()).toArray(byte[][]::new))
			.param("rests", texts(rows, (row) -> row.kept().rest()))
			.param("headers", texts(rows, (row) -> headers(row.kept())))
			.update();
	}

	private static String[] texts(List<Row> rows, Function<Row, @Nullable String> text) {
		return rows.stream().map(text).toArray(String[]::new);
	}

	private @Nullable String headers(Kept kept) {
		return kept.headers().isEmpty() ? null : this.json.writeValueAsString(kept.headers());
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

	/**
	 * The newest deliveries first.
	 * @param outcome only those with this one, null for all
	 */
	List<Delivery> newest(UUID integration, Delivery.@Nullable Outcome outcome, @Nullable UUID after, int limit) {
		return this.jdbc.sql("""
				select id, received_at, outcome, reason, note, alerts, size from delivery
				where integration_id = :integration and (:outcome::text is null or outcome = :outcome)
					and (:after::uuid is null
						or (received_at, id) < (select received_at, id from delivery where id = :after::uuid))
				order by received_at desc, id desc limit :limit
				""")
			.param("integration", integration)
			.param("outcome", (outcome != null) ? outcome.name() : null)
			.param("after", after)
			.param("limit", limit)
			.query((row, _) -> delivery(row))
			.list();
	}

	/**
	 * Whether a delivery was accepted after the instant.
	 */
	boolean tookAfter(UUID integration, Instant at) {
		return this.jdbc.sql("""
				select exists (select from delivery
					where integration_id = :integration and received_at > :at and outcome = 'ACCEPTED')
				""")
			.param("integration", integration)
			.param("at", at.atOffset(ZoneOffset.UTC))
			.query(Boolean.class)
			.single();
	}

	Optional<Row> find(UUID integration, UUID id) {
		return this.jdbc.sql("select * from delivery where integration_id = :integration and id = :id")
			.param("integration", integration)
			.param("id", id)
			.query((row, _) -> new Row(integration, delivery(row), kept(row)))
			.optional();
	}

	static Delivery delivery(ResultSet row) throws SQLException {
		return new Delivery(row.getObject("id", UUID.class),
				row.getObject("received_at", OffsetDateTime.class).toInstant(),
				Delivery.Outcome.valueOf(row.getString("outcome")), row.getString("reason"), row.getString("note"),
				row.getInt("alerts"), row.getLong("size"));
	}

	private Kept kept(ResultSet row) throws SQLException {
		String headers = row.getString("headers");
		return new Kept(row.getBytes("body"), row.getString("rest"),
				(headers != null) ? this.json.readValue(headers, TEXTS) : Map.of());
	}

	/**
	 * Deletes what came before a time to integrations that do not say otherwise.
	 */
	int deleteBefore(Instant time, Collection<UUID> except, int limit) {
		return this.jdbc.sql("""
				delete from delivery where id in (
					select id from delivery where received_at < :time and integration_id <> all(:except)
					order by received_at limit :limit)
				""")
			.param("time", time.atOffset(ZoneOffset.UTC))
			.param("except", except.toArray(UUID[]::new))
			.param("limit", limit)
			.update();
	}

	/**
	 * Deletes what came before a time to one integration.
	 */
	int deleteBefore(Instant time, UUID integration, int limit) {
		return this.jdbc.sql("""
				delete from delivery where id in (
					select id from delivery where integration_id = :integration and received_at < :time
					order by received_at limit :limit)
				""")
			.param("integration", integration)
			.param("time", time.atOffset(ZoneOffset.UTC))
			.param("limit", limit)
			.update();
	}

	/**
	 * Deletes the bodies of an integration and leaves the log.
	 */
	int deleteBodies(UUID integration, int limit) {
		return this.jdbc.sql("""
				update delivery set body = null, rest = '', headers = null where id in (
					select id from delivery where integration_id = :integration and body is not null limit :limit)
				""").param("integration", integration).param("limit", limit).update();
	}

	/**
	 * A delivery and what is kept of it.
	 */
	record Row(UUID integration, Delivery delivery, Kept kept) {
	}

}
