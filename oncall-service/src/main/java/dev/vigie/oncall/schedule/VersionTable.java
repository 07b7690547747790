package dev.vigie.oncall.schedule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.vigie.oncall.rotation.Anchor;
import dev.vigie.oncall.schedule.KnownVersions.Row;
import dev.vigie.oncall.span.Span;

/**
 * The rows of versions; none is ever changed but where somebody is erased from it.
 */
@Component
class VersionTable {

	private static final TypeReference<Map<String, Anchor>> ANCHORS = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final KnownVersions known = new KnownVersions();

	VersionTable(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * The versions in force at some time of the span, by schedule, in order.
	 * @param schedule only its own, null for all
	 */
	Map<String, List<Version>> meeting(@Nullable String schedule, Span span) {
		Map<String, List<Row>> rows = new TreeMap<>();
		this.jdbc.sql("""
				select schedule, number, xmin::text || ctid::text as edition from schedule_version as version
				where %s valid_from < :to and not exists (
					select from schedule_version as next where next.schedule = version.schedule
						and next.number = version.number + 1 and next.valid_from <= :from)
				order by schedule, number
				""".formatted((schedule != null) ? "schedule = :schedule and" : ""))
			.param("schedule", schedule)
			.param("from", span.start().atOffset(ZoneOffset.UTC))
			.param("to", span.end().atOffset(ZoneOffset.UTC))
			.query((row, _) -> new Row(row.getString("schedule"), row.getInt("number"), row.getString("edition")))
			.list()
			.forEach((row) -> rows.computeIfAbsent(row.schedule(), (_) -> new ArrayList<>()).add(row));
		Map<String, List<Version>> versions = new TreeMap<>();
		rows.forEach((name, its) -> versions.put(name, versions(its)));
		return versions;
	}

	// Only what was not read before is read: most often what was stored last, if
	// anything.
	private List<Version> versions(List<Row> rows) {
		List<Version> versions = new ArrayList<>();
		for (Row row : rows) {
			Version known = this.known.find(row);
			if (known == null) {
				read(row.schedule(), row.number(), rows.getLast().number(), versions);
				break;
			}
			versions.add(known);
		}
		return versions;
	}

	private void read(String schedule, int first, int last, List<Version> versions) {
		this.jdbc.sql("""
				select number, valid_from, spec, anchors, xmin::text || ctid::text as edition from schedule_version
				where schedule = :schedule and number between :first and :last order by number
				""")
			.param("schedule", schedule)
			.param("first", first)
			.param("last", last)
			.query((RowCallbackHandler) (row) -> {
				Version version = version(row);
				versions.add(versions.isEmpty() ? version : version.after(versions.getLast()));
				this.known.keep(new Row(schedule, version.number(), row.getString("edition")), versions.getLast(),
						size(row));
			});
	}

	private static int size(ResultSet row) throws SQLException {
		String spec = row.getString("spec");
		return row.getString("anchors").length() + ((spec != null) ? spec.length() : 0);
	}

	Optional<Version> last(String schedule) {
		return this.jdbc.sql("""
				select number, valid_from, spec, anchors from schedule_version where schedule = :schedule
				order by number desc limit 1
				""").param("schedule", schedule).query((row, _) -> version(row)).optional();
	}

	void append(String schedule, Version version) {
		this.jdbc.sql("""
				insert into schedule_version (schedule, number, valid_from, spec, anchors)
				values (:schedule, :number, :from, :spec::jsonb, :anchors::jsonb)
				""")
			.param("schedule", schedule)
			.param("number", version.number())
			.param("from", version.from().atOffset(ZoneOffset.UTC))
			.param("spec", (version.spec() != null) ? this.json.writeValueAsString(version.spec()) : null)
			.param("anchors", this.json.writeValueAsString(version.anchors()))
			.update();
	}

	private Version version(ResultSet row) throws SQLException {
		String spec = row.getString("spec");
		Instant from = row.getObject("valid_from", OffsetDateTime.class).toInstant();
		return new Version(row.getInt("number"), from,
				(spec != null) ? this.json.readValue(spec, ScheduleSpec.class) : null,
				this.json.readValue(row.getString("anchors"), ANCHORS));
	}

}
