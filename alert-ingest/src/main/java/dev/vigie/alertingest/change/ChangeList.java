package dev.vigie.alertingest.change;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.vigie.shared.listing.Place;

/**
 * Changes for people to read, the newest first.
 */
@Component
class ChangeList {

	private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {
	};

	private static final TypeReference<List<ChangeEvent.Link>> LINKS = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final JsonMapper json;

	ChangeList(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	List<ChangeItem> page(Filter filter, @Nullable Place after, int limit) {
		return this.jdbc.sql("""
				select change_event.*, integration.name as integration
				from change_event left join integration on integration.id = change_event.integration_id
				where (:service::text is null or service = :service)
					and (:integration::text is null or integration.name = :integration)
					and (:from::timestamptz is null or happened_at >= :from::timestamptz)
					and (:to::timestamptz is null or happened_at < :to::timestamptz)
					and (:id::uuid is null or (happened_at, change_event.id) < (:happenedAt::timestamptz, :id::uuid))
				order by happened_at desc, change_event.id desc limit :limit
				""")
			.param("service", filter.service())
			.param("integration", filter.integration())
			.param("from", utc(filter.from()))
			.param("to", utc(filter.to()))
			.param("id", (after != null) ? after.id() : null)
			.param("happenedAt", (after != null) ? utc(after.at()) : null)
			.param("limit", limit)
			.query((row, _) -> item(row))
			.list();
	}

	int deleteBefore(Instant time, int limit) {
		return this.jdbc.sql("""
				delete from change_event where id in (
					select id from change_event where received_at < :time order by received_at limit :limit)
				""").param("time", utc(time)).param("limit", limit).update();
	}

	private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
		return (time != null) ? time.atOffset(ZoneOffset.UTC) : null;
	}

	private ChangeItem item(ResultSet row) throws SQLException {
		String details = row.getString("details");
		return new ChangeItem(row.getObject("id", UUID.class), row.getString("integration"),
				instant(row, "happened_at"), instant(row, "received_at"), row.getString("summary"),
				row.getString("source"), row.getString("service"), this.json.readValue(row.getString("labels"), TEXTS),
				this.json.readValue(row.getString("links"), LINKS),
				(details != null) ? this.json.readTree(details) : null);
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	/**
	 * Which changes are asked for; what is null asks for all.
	 */
	record Filter(@Nullable String service, @Nullable String integration, @Nullable Instant from,
			@Nullable Instant to) {
	}

	/**
	 * One change as people see it.
	 */
	record ChangeItem(UUID id, @Nullable String integration, Instant happenedAt, Instant receivedAt, String summary,
			@Nullable String source, @Nullable String service, Map<String, String> labels, List<ChangeEvent.Link> links,
			@Nullable JsonNode details) {
	}

}
