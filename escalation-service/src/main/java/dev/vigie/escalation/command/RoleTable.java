package dev.vigie.escalation.command;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of roles. The database lets a role for one person be held by one.
 */
@Component
class RoleTable {

	private final JdbcClient jdbc;

	RoleTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<Holding> present(UUID incidentId) {
		return this.jdbc.sql("""
				select * from incident_role where incident_id = :incident and until is null
				order by since, role, person, subject
				""").param("incident", incidentId).query((row, _) -> holding(row)).list();
	}

	Optional<Holding> present(UUID incidentId, Role role) {
		return present(incidentId).stream().filter((holding) -> holding.role() == role).findFirst();
	}

	/**
	 * All there ever were, the oldest first.
	 */
	List<Holding> history(UUID incidentId) {
		return this.jdbc
			.sql("select * from incident_role where incident_id = :incident order by since, until, person, subject")
			.param("incident", incidentId)
			.query((row, _) -> holding(row))
			.list();
	}

	void begin(UUID incidentId, Holding holding) {
		this.jdbc.sql("""
				insert into incident_role (id, incident_id, role, person, subject, since, given_by, brief)
				values (:id, :incident, :role, :person, :subject, :since, :givenBy, :brief)
				""")
			.param("id", holding.id())
			.param("incident", incidentId)
			.param("role", holding.role().name())
			.param("person", holding.person())
			.param("subject", holding.subject())
			.param("since", holding.since().atOffset(ZoneOffset.UTC))
			.param("givenBy", holding.givenBy())
			.param("brief", holding.brief())
			.update();
	}

	void end(UUID id, Holding.Ending ending) {
		this.jdbc.sql("""
				update incident_role set until = greatest(:until, since), ended_by = :by, parting = :parting
				where id = :id and until is null
				""")
			.param("until", ending.until().atOffset(ZoneOffset.UTC))
			.param("by", ending.by())
			.param("parting", ending.parting())
			.param("id", id)
			.update();
	}

	private static Holding holding(ResultSet row) throws SQLException {
		OffsetDateTime until = row.getObject("until", OffsetDateTime.class);
		return new Holding(row.getObject("id", UUID.class), Role.valueOf(row.getString("role")),
				row.getString("person"), row.getString("subject"),
				row.getObject("since", OffsetDateTime.class).toInstant(), row.getString("given_by"),
				row.getString("brief"),
				(until != null)
						? new Holding.Ending(until.toInstant(), row.getString("ended_by"), row.getString("parting"))
						: null);
	}

}
