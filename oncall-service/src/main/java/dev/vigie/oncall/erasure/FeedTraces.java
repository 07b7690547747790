package dev.vigie.oncall.erasure;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.vigie.oncall.person.PersonDirectory;
import dev.vigie.oncall.person.PersonalData;
import dev.vigie.oncall.person.Renaming;

/**
 * What the feed has told of a person. Readers have read most of it; what stays shall not
 * name them. That they were erased is not told of them any more.
 */
@Component
class FeedTraces implements PersonalData {

	private static final String PERSON = PersonDirectory.KIND + "/";

	// What else may be called as somebody is.
	private static final Set<String> OTHERS = Set.of("kind", "action", "name", "schedule", "team", "calendar", "layer",
			"role", "status", "type", "cause");

	private final JdbcClient jdbc;

	private final JsonMapper json;

	FeedTraces(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	@Override
	public String part() {
		return "feed";
	}

	@Override
	public List<Told> export(String person) {
		// A name that is nobody's shows which events would change.
		Renaming renaming = new Renaming(person, "");
		return this.jdbc.sql("""
				select position, type, subject, time, data from feed_event
				where strpos(data::text, to_json(:person::text)::text) > 0 and type <> :tidings order by position
				""")
			.param("person", person)
			.param("tidings", Tidings.TYPE)
			.query((row, _) -> new Told(row.getLong(1), row.getString(2), row.getString(3),
					row.getObject(4, OffsetDateTime.class).toInstant(), this.json.readTree(row.getString(5))))
			.list()
			.stream()
			.filter((told) -> told.isOf(person) || !renamed(told, renaming).equals(told.data()))
			.toList();
	}

	@Override
	public void rename(String person, String pseudonym) {
		Renaming renaming = new Renaming(person, pseudonym);
		for (Told told : export(person)) {
			JsonNode data = renamed(told, renaming);
			data.findParents("reason").forEach((remarked) -> ((ObjectNode) remarked).put("reason", ""));
			this.jdbc.sql("update feed_event set subject = :subject, data = :data::jsonb where position = :position")
				.param("subject", told.isOf(person) ? PERSON + pseudonym : told.subject())
				.param("data", data.toString())
				.param("position", told.position())
				.update();
		}
	}

	private static JsonNode renamed(Told told, Renaming renaming) {
		boolean isTheirs = told.isOf(renaming.from());
		return renaming.in(told.data(), (field) -> !OTHERS.contains(field) || (isTheirs && field.equals("name")));
	}

	/**
	 * An event of the feed.
	 */
	record Told(long position, String type, String subject, Instant time, JsonNode data) {

		private boolean isOf(String person) {
			return this.subject.equals(PERSON + person);
		}

	}

}
