package dev.vigie.escalation.incident;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * By which values a batch has found incidents, or made them findable.
 */
final class CorrelationMemory {

	private final CorrelationTable table;

	private final Set<CorrelationTable.Asked> asked = new HashSet<>();

	private final Map<String, Map<Place, CorrelationTable.Row>> found = new HashMap<>();

	private final Map<List<Object>, CorrelationTable.Row> unwritten = new LinkedHashMap<>();

	CorrelationMemory(CorrelationTable table) {
		this.table = table;
	}

	/**
	 * Reads what nobody asked for before.
	 */
	List<CorrelationTable.Row> read(Collection<CorrelationTable.Asked> wanted) {
		List<CorrelationTable.Row> rows = this.table.find(wanted.stream().filter(this.asked::add).toList());
		rows.forEach(this::keep);
		return rows;
	}

	Collection<CorrelationTable.Row> alike(Map<String, String> values) {
		return this.found.getOrDefault(key(values), Map.of()).values();
	}

	void findable(Incident incident, String integration, Map<String, String> values, Instant at) {
		CorrelationTable.Row row = new CorrelationTable.Row(incident.id, integration, key(values), at);
		keep(row);
		this.unwritten.merge(List.of(row.incidentId(), integration, row.key()), row, CorrelationTable.Row::later);
	}

	void write() {
		this.table.save(this.unwritten.values());
		this.unwritten.clear();
	}

	private void keep(CorrelationTable.Row row) {
		this.found.computeIfAbsent(row.key(), (_) -> new LinkedHashMap<>())
			.merge(new Place(row.incidentId(), row.integration()), row, CorrelationTable.Row::later);
	}

	static String key(Map<String, String> values) {
		return Origin.of("", values).groupHash();
	}

	private record Place(UUID incidentId, String integration) {
	}

}
