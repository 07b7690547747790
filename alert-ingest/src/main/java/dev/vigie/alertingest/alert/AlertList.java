package dev.vigie.alertingest.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.vigie.shared.listing.Place;

/**
 * Alerts for people to read, the newest first.
 */
@Component
class AlertList {

	private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final JsonMapper json;

	AlertList(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	List<AlertItem> page(@Nullable AlertStatus status, @Nullable Place after, int limit) {
		return this.jdbc.sql("""
				select alert.*, integration.name as integration
				from alert join integration on integration.id = alert.integration_id
				where (:status::text is null or alert.status = :status)
					and (:id::uuid is null or (alert.starts_at, alert.id) < (:startsAt::timestamptz, :id::uuid))
				order by alert.starts_at desc, alert.id desc limit :limit
				""")
			.param("status", (status != null) ? status.name() : null)
			.param("id", (after != null) ? after.id() : null)
			.param("startsAt", (after != null) ? after.at().atOffset(ZoneOffset.UTC) : null)
			.param("limit", limit)
			.query((row, _) -> item(row))
			.list();
	}

	private AlertItem item(ResultSet row) throws SQLException {
		return new AlertItem(row.getObject("id", UUID.class), row.getString("integration"),
				row.getString("fingerprint"), AlertStatus.valueOf(row.getString("status")),
				this.json.readValue(row.getString("labels"), TEXTS),
				this.json.readValue(row.getString("annotations"), TEXTS), row.getString("generator_url"),
				instant(row, "starts_at"), (row.getObject("ends_at") != null) ? instant(row, "ends_at") : null,
				instant(row, "first_seen_at"), instant(row, "last_seen_at"), row.getString("muted_by"));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	/**
	 * One alert as people see it.
	 *
	 * @param mutedBy why nobody was told of its present life
	 */
	record AlertItem(UUID id, String integration, String fingerprint, AlertStatus status, Map<String, String> labels,
			Map<String, String> annotations, @Nullable String generatorUrl, Instant startsAt, @Nullable Instant endsAt,
			Instant receivedAt, Instant lastSeenAt,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String mutedBy) {
	}

}
