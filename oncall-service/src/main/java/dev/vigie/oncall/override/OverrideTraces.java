package dev.vigie.oncall.override;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.vigie.oncall.person.PersonalData;

/**
 * Where overrides name a person.
 */
@Component
class OverrideTraces implements PersonalData {

	private final JdbcClient jdbc;

	private final OverrideTable overrides;

	OverrideTraces(JdbcClient jdbc, OverrideTable overrides) {
		this.jdbc = jdbc;
		this.overrides = overrides;
	}

	@Override
	public String part() {
		return "overrides";
	}

	@Override
	public List<?> export(String person) {
		return this.overrides.naming(person);
	}

	// Who is on call and whom they replace follow the person's row.
	@Override
	public void rename(String person, String pseudonym) {
		this.jdbc.sql("""
				update schedule_override set reason = null
				where person in (:person, :pseudonym) or replaces in (:person, :pseudonym) or author = :person
				""").param("person", person).param("pseudonym", pseudonym).update();
		for (String column : List.of("author", "ended_by")) {
			this.jdbc.sql("update schedule_override set %1$s = :pseudonym where %1$s = :person".formatted(column))
				.param("person", person)
				.param("pseudonym", pseudonym)
				.update();
		}
	}

}
