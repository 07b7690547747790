package dev.vigie.postmortem.erasure;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.vigie.postmortem.incidents.IncidentEvents;
import dev.vigie.shared.feed.FeedEvent;
import dev.vigie.testsupport.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class ErasureIntegrationTests {

	private static final String P = "erased-0123456789abcdef";

	private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

	/**
	 * Columns of words that name nobody, or only where somebody wrote it freely.
	 */
	private static final Set<String> OTHERS = Set.of("id", "title", "status", "severity", "highest_severity", "team",
			"integration", "code", "text_en", "text_fr", "summary", "impact", "root_cause", "lessons", "type",
			"subject", "feed", "error");

	@Autowired
	private Erasing erasing;

	@Autowired
	private IncidentEvents events;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void zuluAtWork() {
		this.events.tell(42, "resolved", "P1", NOON);
		this.jdbc.sql("""
				update incident set acknowledged_by = 'zulu', resolved_by = 'zulu', visible_to = '{grace,zulu}'
				""").update();
		this.jdbc.sql("""
				update postmortem set status = 'PUBLISHED', published_at = created_at, published_by = 'zulu'
				""").update();
		this.jdbc
			.sql("""
					insert into action_item
					select gen_random_uuid(), id, 42, 'Rotate zulu', 'zulu', '2026-03-06', 'OPEN', created_at, 'zulu', null, 0
					from postmortem
					""")
			.update();
		line("1", "zulu", "{\"alert\": \"zulu\"}", "Acknowledged by zulu", "Acquitté par zulu");
		line("2", null,
				"{\"recipient\": \"zulu\", \"target\": \"person:zulu\", \"reason\": \"550 <z@home.example>: no\"}",
				"Page for zulu failed: 550 <z@home.example>: no", "Alerte de zulu : 550 <z@home.example>: no");
		line("3", "grace", "{\"person\": \"zulu\", \"role\": \"scribe\"}", "grace gave zulu the role", "à zulu");
		line("4", "grace", "{\"alert\": \"x\"}", "zulu.example.org is down", "zulu");
	}

	@Test
	void leavesTheNameNowhereButWhereItIsAnother() {
		Set<String> named = tablesWith("zulu");
		assertThat(named).containsExactly("action_item", "incident", "incident_entry", "postmortem");
		erase();
		assertThat(tablesWith(P)).isEqualTo(named);
		assertThat(rows()).noneMatch((row) -> row.contains("z@home"))
			.filteredOn((row) -> row.contains("zulu"))
			.allMatch((row) -> row.contains("Rotate zulu") || row.contains("\"alert\": \"zulu\"")
					|| row.contains("zulu.example.org"));
		assertThat(this.jdbc.sql(
				"select concat_ws(' | ', actor, params, text_en, text_fr) from incident_entry where id in ('1', '2', '3') order by id")
			.query(String.class)
			.list()).map((line) -> line.replace(P, "P"))
			.containsExactly("P | {\"alert\": \"zulu\"} | Acknowledged by P | Acquitté par P",
					"{\"reason\": \"550 <P>: no\", \"target\": \"person:P\", \"recipient\": \"P\"}"
							+ " | Page for P failed: 550 <P>: no | Alerte de P : 550 <P>: no",
					"grace | {\"role\": \"scribe\", \"person\": \"P\"} | grace gave P the role | à P");
	}

	@Test
	void changesNothingWhenItIsToldAgain() {
		erase();
		List<String> once = rows();
		erase();
		assertThat(rows()).containsExactlyInAnyOrderElementsOf(once);
	}

	@Test
	void knowsOfEveryColumnWhetherItNamesPeople() {
		Set<String> known = new TreeSet<>(Set.of("incident_entry.actor"));
		this.erasing.columns().forEach((column) -> known.add(column.table() + "." + column.name()));
		List<String> unknown = this.jdbc.sql("""
				select table_name || '.' || column_name from information_schema.columns
				where table_schema = current_schema() and data_type in ('text', 'ARRAY', 'character varying')
					and table_name <> 'flyway_schema_history' order by 1
				""")
			.query(String.class)
			.list()
			.stream()
			.filter((column) -> !known.contains(column) && !OTHERS.contains(column.substring(column.indexOf('.') + 1)))
			.toList();
		assertThat(unknown).as("columns that are new: do they name people? Then Erasing must know, else OTHERS here")
			.isEmpty();
	}

	private void erase() {
		this.events.take(new FeedEvent("1.0", "99", "dev.vigie.person.erased", "/escalation-service", "Person/" + P,
				NOON, "application/json",
				JsonMapper.shared().createObjectNode().put("person", "zulu").put("pseudonym", P)));
	}

	private void line(String id, @Nullable String actor, String params, String english, String french) {
		this.jdbc
			.sql("""
					insert into incident_entry (incident_number, id, occurred_at, recorded_at, position, code, actor, params,
						text_en, text_fr)
					select number, :id, triggered_at, triggered_at, 100, 'X', :actor, :params::jsonb, :english, :french from incident
					""")
			.param("id", id)
			.param("actor", actor)
			.param("params", params)
			.param("english", english)
			.param("french", french)
			.update();
	}

	private Set<String> tablesWith(String name) {
		return rows().stream()
			.filter((row) -> row.contains(name))
			.map((row) -> row.substring(0, row.indexOf(' ')))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private List<String> rows() {
		return this.jdbc
			.sql("""
					select tablename from pg_tables where schemaname = current_schema() and tablename <> 'flyway_schema_history'
					""")
			.query(String.class)
			.list()
			.stream()
			.flatMap((table) -> this.jdbc.sql("select '" + table + " ' || to_jsonb(t)::text from " + table + " t")
				.query(String.class)
				.list()
				.stream())
			.toList();
	}

}
