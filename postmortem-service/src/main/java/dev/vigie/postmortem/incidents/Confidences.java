package dev.vigie.postmortem.incidents;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.vigie.shared.access.Caller;

/**
 * Who may know of which incident: of a private one only the people whom
 * escalation-service names, whatever their role.
 */
@Component
public class Confidences {

	private final JdbcClient jdbc;

	Confidences(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Whether the caller may know of the incident; nobody may of one that is not known.
	 */
	public boolean allow(long number, Caller caller) {
		return this.jdbc.sql(
				"select true from incident where number = :number and (visible_to is null or :person::text = any(visible_to))")
			.param("number", number)
			.param("person", caller.person())
			.query(Boolean.class)
			.optional()
			.orElse(false);
	}

}
