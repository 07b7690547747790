package dev.vigie.oncall.person;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is kept of a person's departures, and of those they declared.
 */
@Component
class DepartureTraces implements PersonalData {

	private final JdbcClient jdbc;

	private final DepartureTable departures;

	DepartureTraces(JdbcClient jdbc, DepartureTable departures) {
		this.jdbc = jdbc;
		this.departures = departures;
	}

	@Override
	public String part() {
		return "departures";
	}

	@Override
	public List<?> export(String person) {
		return this.departures.of(person);
	}

	// Reasons are what others wrote of them. Who leaves and who takes over are references
	// that follow the person's row.
	@Override
	public void rename(String person, String pseudonym) {
		this.jdbc.sql("update departure set reason = '' where person in (:person, :pseudonym)")
			.param("person", person)
			.param("pseudonym", pseudonym)
			.update();
		for (String column : List.of("declared_by", "returned_by")) {
			this.jdbc.sql("update departure set %1$s = :pseudonym where %1$s = :person".formatted(column))
				.param("person", person)
				.param("pseudonym", pseudonym)
				.update();
		}
	}

}
