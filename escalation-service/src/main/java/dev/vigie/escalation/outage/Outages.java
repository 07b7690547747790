package dev.vigie.escalation.outage;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Remembers which circuit was open when an incident needed it. Everything happens in the
 * caller's transaction, which has locked the incident.
 */
@Component
public class Outages {

	/**
	 * The circuit to oncall-service.
	 */
	public static final String ONCALL = "oncall";

	private final JdbcClient jdbc;

	private final InstantSource clock;

	Outages(JdbcClient jdbc, InstantSource clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * @return whether that is new
	 */
	public boolean begins(UUID incidentId, String circuit) {
		return this.jdbc.sql("""
				insert into incident_outage (incident_id, circuit, since) values (:incident, :circuit, :now)
				on conflict do nothing
				""")
			.param("incident", incidentId)
			.param("circuit", circuit)
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update() > 0;
	}

	/**
	 * @return whether it had begun
	 */
	public boolean ends(UUID incidentId, String circuit) {
		return !end(List.of(incidentId), circuit).isEmpty();
	}

	/**
	 * @return the incidents for which it had begun
	 */
	public List<UUID> end(Collection<UUID> incidentIds, String circuit) {
		return this.jdbc.sql(
				"delete from incident_outage where incident_id = any(:incidents) and circuit = :circuit returning incident_id")
			.param("incidents", incidentIds.toArray(UUID[]::new))
			.param("circuit", circuit)
			.query((row, _) -> row.getObject("incident_id", UUID.class))
			.list();
	}

}
