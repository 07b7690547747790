package dev.vigie.escalation.incident;

import java.sql.Array;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.vigie.escalation.condition.Asked;
import dev.vigie.escalation.condition.Counting;
import dev.vigie.escalation.condition.Numbers;
import dev.vigie.escalation.condition.Said;

/**
 * Counts and measures the firing alerts of incidents, as far as somebody asks: in one
 * statement each for all incidents, and in none for those with a single alert.
 */
@Component
class AlertNumbers {

	private final JdbcClient jdbc;

	AlertNumbers(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Gives each incident its numbers.
	 * @param asks what is asked of an incident
	 * @param before writes the alerts, called only when they are counted in the database
	 */
	void count(Collection<Incident> incidents, Function<Incident, Asked> asks, Runnable before) {
		List<Incident> several = new ArrayList<>();
		List<Asked> asked = new ArrayList<>();
		for (Incident incident : incidents) {
			Asked questions = asks.apply(incident);
			if (!questions.numbers()) {
				incident.numbers = Numbers.NONE;
			}
			else if (incident.firing <= 1) {
				incident.numbers = Counting.of((incident.firing == 1)
						? List.of(new Said(incident.picture.labels(), incident.picture.annotations())) : List.of());
			}
			else {
				several.add(incident);
				asked.add(questions);
			}
		}
		if (!several.isEmpty()) {
			before.run();
			Map<UUID, Counting> counted = counted(several.stream().map((incident) -> incident.id).toArray(UUID[]::new),
					Asked.all(asked));
			several
				.forEach((incident) -> incident.numbers = counted.getOrDefault(incident.id, new Counting()).numbers());
		}
	}

	private Map<UUID, Counting> counted(UUID[] incidents, Asked asked) {
		Map<UUID, Counting> counted = new HashMap<>();
		if (!asked.labels().isEmpty()) {
			labels(incidents, asked, counted);
		}
		if (!asked.values().isEmpty()) {
			values(incidents, asked, counted);
		}
		return counted;
	}

	private void labels(UUID[] incidents, Asked asked, Map<UUID, Counting> counted) {
		this.jdbc.sql("""
				select incident_id, name, count(distinct labels ->> name) as number,
					(array_agg(distinct labels ->> name order by labels ->> name))[1 : %d] as first
				from incident_alert, unnest(:names::text[]) as name
				where incident_id = any(:incidents) and status = 'FIRING' and labels ->> name is not null
				group by incident_id, name
				""".formatted(Numbers.LISTED))
			.param("incidents", incidents)
			.param("names", asked.labels().toArray(String[]::new))
			.query((row) -> {
				counted.computeIfAbsent(row.getObject("incident_id", UUID.class), (_) -> new Counting())
					.counted(row.getString("name"), row.getLong("number"), texts(row.getArray("first")));
			});
	}

	// Alerts that say the same are read once.
	private void values(UUID[] incidents, Asked asked, Map<UUID, Counting> counted) {
		this.jdbc.sql("""
				select distinct incident_id, name, labels ->> name as label, annotations ->> name as annotation,
					annotations ->> 'values' as pairs, annotations ->> 'value_string' as variables
				from incident_alert, unnest(:names::text[]) as name
				where incident_id = any(:incidents) and status = 'FIRING'
					and coalesce(labels ->> name, annotations ->> name, annotations ->> 'values',
						annotations ->> 'value_string') is not null
				""")
			.param("incidents", incidents)
			.param("names", asked.values().toArray(String[]::new))
			.query((row) -> {
				String name = row.getString("name");
				Map<String, String> annotations = new HashMap<>();
				put(annotations, name, row.getString("annotation"));
				put(annotations, "values", row.getString("pairs"));
				put(annotations, "value_string", row.getString("variables"));
				Map<String, String> labels = new HashMap<>();
				put(labels, name, row.getString("label"));
				counted.computeIfAbsent(row.getObject("incident_id", UUID.class), (_) -> new Counting())
					.measured(new Said(labels, annotations));
			});
	}

	private static void put(Map<String, String> texts, String name, @Nullable String text) {
		if (text != null) {
			texts.put(name, text);
		}
	}

	private static List<String> texts(Array array) throws SQLException {
		return List.of((String[]) array.getArray());
	}

}
