package dev.vigie.alertingest.sender;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

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

	void insert(UUID integration, Delivery delivery, byte @Nullable [] gzip) {
		this.jdbc.sql("""
				insert into delivery (id, integration_id, received_at, outcome, reason, note, alerts, size, body)
				values (:id, :integration, :at, :outcome, :reason, :note, :alerts, :size, :body::bytea)
				""")
			.param("id", delivery.id())
			.param("integration", integration)
			.param("at", delivery.receivedAt().atOffset(ZoneOffset.UTC))
			.param("outcome", delivery.outcome().name())
			.param("reason", delivery.reason())
			.param("note", delivery.note())
			.param("alerts", delivery.alerts())
			.param("size", delivery.size())
			.param("body", gzip)
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

	static byte[] gzip(byte[] body) {
		ByteArrayOutputStream packed = new ByteArrayOutputStream(body.length / 8 + 64);
		try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
			gzip.write(body);
		}
		catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
		return packed.toByteArray();
	}

}
