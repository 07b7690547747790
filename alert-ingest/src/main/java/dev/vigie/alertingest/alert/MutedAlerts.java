package dev.vigie.alertingest.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which alerts something has muted, and which it might have.
 */
@Component
@Transactional(readOnly = true)
public class MutedAlerts {

	private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {
	};

	private static final String SELECT = """
			select alert.id, integration.name as integration, integration.team, alert.labels, alert.starts_at,
				alert.ends_at, alert.status, alert.told
			from alert join integration on integration.id = alert.integration_id
			""";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	MutedAlerts(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * The newest lives that this has muted.
	 * @param reason for example {@code silence:db-upgrade}
	 */
	public List<Life> mutedBy(String reason, int limit) {
		return this.jdbc.sql("""
				select alert.id, integration.name as integration, integration.team, alert.labels, life.starts_at,
					life.ends_at, case when life.ends_at is null then 'FIRING' else 'RESOLVED' end as status,
					case when alert.starts_at = life.starts_at then alert.told end as told
				from alert_episode as life join alert on alert.id = life.alert_id
					join integration on integration.id = alert.integration_id
				where life.muted_by @> array[:reason]::text[] order by life.starts_at desc, alert.id limit :limit
				""").param("reason", reason).param("limit", limit).query(this::life).list();
	}

	/**
	 * Hears of the alerts that were seen since the instant, the latest first.
	 * @param limit the most to look at
	 */
	public void seenSince(Instant since, int limit, Consumer<Life> each) {
		this.jdbc.sql(SELECT + """
				where alert.last_seen_at >= :since or alert.status = 'FIRING'
				order by alert.status, alert.last_seen_at desc limit :limit
				""")
			.param("since", since.atOffset(ZoneOffset.UTC))
			.param("limit", limit)
			.withFetchSize(500)
			.query((RowCallbackHandler) (row) -> each.accept(life(row, 0)));
	}

	private Life life(ResultSet row, int number) throws SQLException {
		OffsetDateTime end = row.getObject("ends_at", OffsetDateTime.class);
		return new Life(row.getObject("id", UUID.class), row.getString("integration"), row.getString("team"),
				this.json.readValue(row.getString("labels"), TEXTS),
				row.getObject("starts_at", OffsetDateTime.class).toInstant(), (end != null) ? end.toInstant() : null,
				"FIRING".equals(row.getString("status")), row.getObject("told", Boolean.class));
	}

	/**
	 * One life of an alert.
	 *
	 * @param team the team of its integration
	 * @param told whether somebody was told of it, null for a life that is long over
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Life(UUID id, String integration, @Nullable String team, Map<String, String> labels, Instant startsAt,
			@Nullable Instant endsAt, boolean firing, @Nullable Boolean told) {
	}

}
