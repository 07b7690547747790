package dev.vigie.oncall.temporary;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.vigie.oncall.person.PersonalData;

/**
 * Where temporary schedules name a person.
 */
@Component
class TemporaryTraces implements PersonalData {

	private final JdbcClient jdbc;

	private final TemporaryTable temporaries;

	TemporaryTraces(JdbcClient jdbc, TemporaryTable temporaries) {
		this.jdbc = jdbc;
		this.temporaries = temporaries;
	}

	@Override
	public String part() {
		return "temporarySchedules";
	}

	@Override
	public List<?> export(String person) {
		return this.temporaries.naming(person);
	}

	// Who has its shifts follows the person's row.
	@Override
	public void rename(String person, String pseudonym) {
		this.jdbc.sql("""
				update temporary_schedule set reason = null where author = :person or editor = :person
					or exists (select from temporary_shift as shift where shift.temporary = temporary_schedule.id
						and shift.person in (:person, :pseudonym))
				""").param("person", person).param("pseudonym", pseudonym).update();
		for (String column : List.of("author", "editor")) {
			this.jdbc.sql("update temporary_schedule set %1$s = :pseudonym where %1$s = :person".formatted(column))
				.param("person", person)
				.param("pseudonym", pseudonym)
				.update();
		}
	}

}
