package dev.vigie.escalation.link;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The links of incidents.
 */
@Component
public class Links {

	private final JdbcClient jdbc;

	Links(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Adds a link in the caller's transaction, once for the id.
	 */
	public void add(UUID id, UUID incidentId, IncidentLink link) {
		this.jdbc.sql("""
				insert into incident_link (id, incident_id, kind, url, title, connection, at)
				values (:id, :incident, :kind, :url, :title, :connection, :at) on conflict do nothing
				""")
			.param("id", id)
			.param("incident", incidentId)
			.param("kind", link.kind().name())
			.param("url", link.url())
			.param("title", link.title())
			.param("connection", link.connection())
			.param("at", link.at().atOffset(ZoneOffset.UTC))
			.update();
	}

	public Optional<IncidentLink> find(UUID id) {
		return this.jdbc.sql("select * from incident_link where id = :id")
			.param("id", id)
			.query((row, _) -> link(row))
			.optional();
	}

	/**
	 * The links of one incident, the oldest first.
	 */
	public List<IncidentLink> of(UUID incidentId) {
		return of(List.of(incidentId)).getOrDefault(incidentId, List.of());
	}

	/**
	 * The links of several incidents, the oldest first; those without any are missing.
	 */
	public Map<UUID, List<IncidentLink>> of(Collection<UUID> incidentIds) {
		Map<UUID, List<IncidentLink>> links = new HashMap<>();
		this.jdbc.sql("select * from incident_link where incident_id = any(:ids) order by at, id")
			.param("ids", incidentIds.toArray(UUID[]::new))
			.query((row) -> {
				links.computeIfAbsent(row.getObject("incident_id", UUID.class), (_) -> new ArrayList<>())
					.add(link(row));
			});
		return links;
	}

	private static IncidentLink link(ResultSet row) throws SQLException {
		return new IncidentLink(LinkKind.valueOf(row.getString("kind")), row.getString("url"), row.getString("title"),
				row.getString("connection"), row.getObject("at", OffsetDateTime.class).toInstant());
	}

}
