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
import dev.vigie.oncall.span.Span;

/**
 * The rows of versions; none is ever changed.
 */
@Component
class VersionTable {

	private static final TypeReference<Map<String, Anchor>> ANCHORS = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final JsonMapper json;

	VersionTable(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * The versions in force at some time of the span, by schedule, in order.
	 * @param schedule only its own, null for all
	 */
	Map<String, List<Version>> meeting(@Nullable String schedule, Span span) {
		Map<String, List<Version>> versions = new TreeMap<>();
		this.jdbc.sql("""
				select schedule, number, valid_from, spec, anchors from (
					select *, lead(valid_from) over (partition by schedule order by number) as valid_to
					from schedule_version where :schedule::text is null or schedule = :schedule) as version
				where valid_from < :to and (valid_to is null or valid_to > :from)
				order by schedule, number
				""")
			.param("schedule", schedule)
			.param("from", span.start().atOffset(ZoneOffset.UTC))
			.param("to", span.end().atOffset(ZoneOffset.UTC))
			.query((RowCallbackHandler) (row) -> versions
				.computeIfAbsent(row.getString("schedule"), (_) -> new ArrayList<>())
				.add(version(row)));
		return versions;
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
