package dev.vigie.alertingest.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The alerts of one integration, for senders that ask what became of theirs.
 */
@Component
public class SenderAlerts {

	private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {
	};

	private static final String MATCHING = """
			from alert where integration_id = :integration
				and (:status::text is null or status = :status)
				and (:fingerprint::text is null or fingerprint = :fingerprint)
				and labels @> :labels::jsonb
				and not exists (select from unnest(:words::text[]) as word
					where position(lower(word) in lower(coalesce(annotations ->> 'summary', ''))) = 0)
			""";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	SenderAlerts(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * The alert with this fingerprint.
	 */
	public Optional<SenderAlert> byFingerprint(UUID integration, String fingerprint) {
		return this.jdbc.sql("select * from alert where integration_id = :integration and fingerprint = :fingerprint")
			.param("integration", integration)
			.param("fingerprint", fingerprint)
			.query((row, _) -> alert(row))
			.optional();
	}

	/**
	 * The first alert with an id from one to another, both included.
	 */
	public Optional<SenderAlert> byId(UUID integration, UUID from, UUID to) {
		return this.jdbc.sql("""
				select * from alert where id between :from and :to and integration_id = :integration
				order by id limit 1
				""")
			.param("integration", integration)
			.param("from", from)
			.param("to", to)
			.query((row, _) -> alert(row))
			.optional();
	}

	/**
	 * The alerts that match.
	 * @param order the newest or the oldest first, by their start or their last report
	 */
	public List<SenderAlert> list(UUID integration, Search search, Order order, int offset, int limit) {
		return bind("select * " + MATCHING + " order by " + order.sql + " limit :limit offset :offset", integration,
				search)
			.param("offset", offset)
			.param("limit", limit)
			.query((row, _) -> alert(row))
			.list();
	}

	public long count(UUID integration, Search search) {
		return bind("select count(*) " + MATCHING, integration, search).query(Long.class).single();
	}

	private JdbcClient.StatementSpec bind(String sql, UUID integration, Search search) {
		return this.jdbc.sql(sql)
			.param("integration", integration)
			.param("status", (search.status() != null) ? search.status().name() : null)
			.param("fingerprint", search.fingerprint())
			.param("labels", this.json.writeValueAsString(search.labels()))
			.param("words", search.words().toArray(String[]::new));
	}

	private SenderAlert alert(ResultSet row) throws SQLException {
		return new SenderAlert(row.getObject("id", UUID.class), row.getString("fingerprint"),
				AlertStatus.valueOf(row.getString("status")), this.json.readValue(row.getString("labels"), TEXTS),
				this.json.readValue(row.getString("annotations"), TEXTS), row.getString("generator_url"),
				row.getInt("seen"), row.getObject("starts_at", OffsetDateTime.class).toInstant(),
				row.getObject("last_seen_at", OffsetDateTime.class).toInstant());
	}

	/**
	 * What to look for.
	 *
	 * @param labels labels that it has, with these values
	 * @param words what its summary holds, in any case
	 */
	public record Search(@Nullable AlertStatus status, @Nullable String fingerprint, Map<String, String> labels,
			List<String> words) {
	}

	/**
	 * The order of a list.
	 */
	public enum Order {

		NEWEST("starts_at desc, id desc"), OLDEST("starts_at, id"), LATEST_REPORT("last_seen_at desc, id desc"),
		EARLIEST_REPORT("last_seen_at, id");

		private final String sql;

		Order(String sql) {
			this.sql = sql;
		}

	}

	/**
	 * One alert as its sender may know it.
	 *
	 * @param seen how often its present life was reported
	 */
	public record SenderAlert(UUID id, String fingerprint, AlertStatus status, Map<String, String> labels,
			Map<String, String> annotations, @Nullable String generatorUrl, int seen, Instant startsAt,
			Instant lastSeenAt) {
	}

}
