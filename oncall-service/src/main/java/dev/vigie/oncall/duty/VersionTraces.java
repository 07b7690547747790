package dev.vigie.oncall.duty;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.vigie.oncall.person.PersonalData;
import dev.vigie.oncall.person.Renaming;

/**
 * The earlier versions of schedules. They say of the past what they said, with another
 * name in it.
 */
@Component
class VersionTraces implements PersonalData {

	private static final String NAMING = """
			jsonb_path_exists(spec, '$.**.people.** ? (@ == $name)', jsonb_build_object('name', :person::text))""";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	VersionTraces(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	@Override
	public String part() {
		return "scheduleVersions";
	}

	@Override
	public List<?> export(String person) {
		return this.jdbc
			.sql("select schedule, number, valid_from from schedule_version where " + NAMING + " order by 1, 2")
			.param("person", person)
			.query((row, _) -> new Named(row.getString(1), row.getInt(2),
					row.getObject(3, OffsetDateTime.class).toInstant()))
			.list();
	}

	@Override
	public void rename(String person, String pseudonym) {
		Renaming renaming = new Renaming(person, pseudonym);
		this.jdbc.sql("select schedule, number, spec from schedule_version where " + NAMING)
			.param("person", person)
			.query((row, _) -> new Row(row.getString(1), row.getInt(2), row.getString(3)))
			.list()
			.forEach((row) -> {
				JsonNode spec = renaming.in(this.json.readTree(row.spec()), "people"::equals);
				this.jdbc.sql(
						"update schedule_version set spec = :spec::jsonb where schedule = :schedule and number = :number")
					.param("spec", spec.toString())
					.param("schedule", row.schedule())
					.param("number", row.number())
					.update();
			});
	}

	private record Row(String schedule, int number, String spec) {
	}

	/**
	 * A version that names the person.
	 */
	record Named(String schedule, int number, Instant validFrom) {
	}

}
