package dev.vigie.postmortem.incidents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.vigie.shared.problem.Invalid;

/**
 * The incidents that are known here, and their timelines.
 */
@Component
public class Incidents {

	private static final Pattern ENTRY_ID = Pattern.compile("[-A-Za-z0-9]{1,100}");

	private final JdbcClient jdbc;

	Incidents(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	public Optional<IncidentFacts> find(long number) {
		return Optional.ofNullable(find(List.of(number)).get(number));
	}

	/**
	 * Several at once, by number.
	 */
	public Map<Long, IncidentFacts> find(Collection<Long> numbers) {
		return this.jdbc.sql("""
				select number, title, status, highest_severity, team, triggered_at, acknowledged_at, resolved_at
				from incident where number = any(:numbers)
				""")
			.param("numbers", numbers.toArray(Long[]::new))
			.query((row, _) -> new IncidentFacts(row.getLong("number"), row.getString("title"), row.getString("status"),
					row.getString("highest_severity"), row.getString("team"), instant(row, "triggered_at"),
					nullableInstant(row, "acknowledged_at"), nullableInstant(row, "resolved_at")))
			.stream()
			.collect(Collectors.toMap(IncidentFacts::number, Function.identity()));
	}

	/**
	 * Lines of a timeline in the order in which things happened; what happened at the
	 * same instant, in the order in which it was told.
	 * @param after the id of the last line that is known, if any
	 */
	public List<TimelineLine> timeline(long number, @Nullable String after, int limit, Language language) {
		Place place = (after != null) ? place(number, after) : Place.BEGINNING;
		return this.jdbc.sql("""
				select id, occurred_at, code, actor, coalesce(%s, text_en, text_fr, code) as text from incident_entry
				where incident_number = :number and (occurred_at, position, id) > (:occurredAt, :position, :id)
				order by occurred_at, position, id limit :limit
				""".formatted((language == Language.FR) ? "text_fr" : "text_en"))
			.param("number", number)
			.param("occurredAt", place.occurredAt())
			.param("position", place.position())
			.param("id", place.id())
			.param("limit", limit)
			.query((row, _) -> new TimelineLine(row.getString("id"), instant(row, "occurred_at"), row.getString("code"),
					row.getString("actor"), row.getString("text")))
			.list();
	}

	private Place place(long number, String id) {
		if (!ENTRY_ID.matcher(id).matches()) {
			throw new Invalid("after", "is not a line of this timeline");
		}
		return this.jdbc.sql("""
				select occurred_at, position, id from incident_entry where incident_number = :number and id = :id
				""")
			.param("number", number)
			.param("id", id)
			.query((row, _) -> new Place(row.getObject("occurred_at", OffsetDateTime.class), row.getLong("position"),
					row.getString("id")))
			.optional()
			.orElseThrow(() -> new Invalid("after", "is not a line of this timeline"));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	private static @Nullable Instant nullableInstant(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	private record Place(OffsetDateTime occurredAt, long position, String id) {

		static final Place BEGINNING = new Place(OffsetDateTime.parse("0001-01-01T00:00:00Z"), -1, "");

	}

}
