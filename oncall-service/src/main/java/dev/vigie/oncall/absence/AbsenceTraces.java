package dev.vigie.oncall.absence;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.vigie.oncall.person.PersonalData;

/**
 * When a person was away, and what they wrote down of others.
 */
@Component
class AbsenceTraces implements PersonalData {

	private final JdbcClient jdbc;

	private final AbsenceTable absences;

	AbsenceTraces(JdbcClient jdbc, AbsenceTable absences) {
		this.jdbc = jdbc;
		this.absences = absences;
	}

	@Override
	public String part() {
		return "absences";
	}

	@Override
	public List<?> export(String person) {
		return this.absences.naming(person).stream().map((one) -> AbsenceViews.AbsenceView.of(one, null)).toList();
	}

	// Whose it is follows the person's row.
	@Override
	public void rename(String person, String pseudonym) {
		this.jdbc.sql("update absence set reason = null where person in (:person, :pseudonym) or author = :person")
			.param("person", person)
			.param("pseudonym", pseudonym)
			.update();
		this.jdbc.sql("update absence set author = :pseudonym where author = :person")
			.param("person", person)
			.param("pseudonym", pseudonym)
			.update();
	}

}
