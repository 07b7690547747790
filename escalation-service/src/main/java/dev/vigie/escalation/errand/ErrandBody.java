package dev.vigie.escalation.errand;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.vigie.shared.access.AccessProperties;

/**
 * What another program is told when it is asked for something. Of a private incident it
 * hears no more than that there is one, unless it is trusted with more.
 */
@Component
class ErrandBody {

	private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final String home;

	ErrandBody(JdbcClient jdbc, JsonMapper json, AccessProperties access) {
		this.jdbc = jdbc;
		this.json = json;
		this.home = access.issuer();
	}

	/**
	 * The incident as it is now.
	 */
	Subject subject(UUID incidentId) {
		return this.jdbc.sql("""
				select *, status in ('TRIGGERED', 'ACKNOWLEDGED', 'SNOOZED') as open from incident where id = :id
				""").param("id", incidentId).query((row, _) -> subject(row)).single();
	}

	String of(Errand errand, Subject subject, boolean trusted) {
		Map<String, @Nullable Object> about = new LinkedHashMap<>();
		about.put("number", subject.number());
		about.put("id", "INC-" + subject.number());
		about.put("severity", subject.severity());
		about.put("status", subject.status());
		about.put("url", this.home + "/incidents/" + subject.number());
		about.put("private", subject.isPrivate());
		if (trusted || !subject.isPrivate()) {
			about.put("title", subject.title());
			about.put("team", subject.team());
			about.put("labels", subject.labels());
			about.put("businessImpact", subject.businessImpact());
			about.put("impact", subject.impact());
			about.put("triggeredAt", subject.triggeredAt());
		}
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("type", switch (errand.what()) {
			case WAR_ROOM -> "dev.vigie.warroom.requested";
			case TICKET -> "dev.vigie.ticket.requested";
		});
		body.put("timestamp", errand.createdAt());
		body.put("id", errand.id());
		body.put("incident", about);
		return this.json.writeValueAsString(body);
	}

	private Subject subject(ResultSet row) throws SQLException {
		return new Subject(row.getLong("number"), row.getString("title"), row.getString("severity"),
				row.getString("status").toLowerCase(Locale.ROOT), row.getBoolean("open"), row.getString("team"),
				this.json.readValue(row.getString("labels"), TEXTS), row.getBoolean("business_impact"),
				row.getString("impact"), row.getBoolean("private"),
				row.getObject("triggered_at", OffsetDateTime.class).toInstant());
	}

	/**
	 * What an errand is about.
	 *
	 * @param open whether somebody still has to do something about it
	 */
	record Subject(long number, String title, String severity, String status, boolean open, @Nullable String team,
			Map<String, String> labels, boolean businessImpact, @Nullable String impact, boolean isPrivate,
			Instant triggeredAt) {
	}

}
