package dev.vigie.oncall.calendar;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.vigie.oncall.calendar.Ledger.Line;
import dev.vigie.oncall.calendar.Ledger.Shown;
import dev.vigie.oncall.span.Span;

/**
 * The rows of what subscriptions were told.
 */
@Component
class ExportTable {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	ExportTable(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	Map<UUID, Line> of(UUID subscription) {
		Map<UUID, Line> lines = new HashMap<>();
		this.jdbc.sql("select * from calendar_export where subscription = :subscription")
			.param("subscription", subscription)
			.query((RowCallbackHandler) (row) -> {
				OffsetDateTime cancelled = row.getObject("cancelled_at", OffsetDateTime.class);
				Span span = new Span(row.getObject("starts_at", OffsetDateTime.class).toInstant(),
						row.getObject("ends_at", OffsetDateTime.class).toInstant());
				lines.put(row.getObject("shift", UUID.class),
						new Line(new Shown(span, row.getString("summary"), row.getString("description")),
								row.getInt("sequence"), row.getObject("modified_at", OffsetDateTime.class).toInstant(),
								(cancelled != null) ? cancelled.toInstant() : null));
			});
		return lines;
	}

	void save(UUID subscription, Map<UUID, Line> lines) {
		if (lines.isEmpty()) {
			return;
		}
		List<Row> rows = lines.entrySet().stream().map((entry) -> Row.of(entry.getKey(), entry.getValue())).toList();
		this.jdbc
			.sql("""
					insert into calendar_export (subscription, shift, sequence, starts_at, ends_at, summary, description,
						modified_at, cancelled_at)
					select :subscription, line.* from jsonb_to_recordset(:lines::jsonb) as line (shift uuid, sequence integer,
						start timestamptz, "end" timestamptz, summary text, description text, modified timestamptz,
						cancelled timestamptz)
					on conflict (subscription, shift) do update set sequence = excluded.sequence,
						starts_at = excluded.starts_at, ends_at = excluded.ends_at, summary = excluded.summary,
						description = excluded.description, modified_at = excluded.modified_at,
						cancelled_at = excluded.cancelled_at
					""")
			.param("subscription", subscription)
			.param("lines", this.json.writeValueAsString(rows))
			.update();
	}

	void drop(UUID subscription, List<UUID> shifts) {
		if (!shifts.isEmpty()) {
			this.jdbc.sql("delete from calendar_export where subscription = :subscription and shift in (:shifts)")
				.param("subscription", subscription)
				.param("shifts", shifts)
				.update();
		}
	}

	private record Row(UUID shift, int sequence, Instant start, Instant end, String summary, String description,
			Instant modified, @Nullable Instant cancelled) {

		private static Row of(UUID shift, Line line) {
			Shown shown = line.shown();
			return new Row(shift, line.sequence(), shown.span().start(), shown.span().end(), shown.summary(),
					shown.description(), line.modifiedAt(), line.cancelledAt());
		}

	}

}
