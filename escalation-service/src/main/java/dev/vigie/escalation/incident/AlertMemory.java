package dev.vigie.escalation.incident;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The alerts that a batch has read or changed, and which incidents hold them.
 */
final class AlertMemory {

	private final AlertTable table;

	private final Set<AlertTable.Wanted> asked = new HashSet<>();

	private final Map<AlertTable.Alert, Map<UUID, HeldAlert>> held = new HashMap<>();

	private final Map<Place, AlertTable.Row> unwritten = new LinkedHashMap<>();

	AlertMemory(AlertTable table) {
		this.table = table;
	}

	/**
	 * Reads those that nobody asked for before.
	 */
	List<AlertTable.Holder> read(Collection<AlertTable.Wanted> wanted) {
		return this.table.holders(wanted.stream().filter(this.asked::add).toList());
	}

	void remember(Incident incident, AlertTable.Holder holder) {
		holdersOf(holder.alert()).putIfAbsent(incident.id, HeldAlert.of(incident, holder));
	}

	Optional<HeldAlert> held(AlertTable.Alert alert, ReportedAlert reported) {
		return this.held.getOrDefault(alert, Map.of()).values().stream().max(HeldAlert.fitting(reported));
	}

	void save(Incident incident, ReportedAlert alert, Origin group, boolean firing, Instant at) {
		holdersOf(new AlertTable.Alert(group.integration(), alert.fingerprint())).put(incident.id,
				new HeldAlert(incident, firing, alert.startsAt(), group));
		this.unwritten.put(new Place(incident.id, group.integration(), alert.fingerprint()),
				AlertTable.Row.of(incident.id, alert, group, firing, at));
	}

	void write() {
		this.table.save(this.unwritten.values());
		this.unwritten.clear();
	}

	private Map<UUID, HeldAlert> holdersOf(AlertTable.Alert alert) {
		return this.held.computeIfAbsent(alert, (_) -> new LinkedHashMap<>());
	}

	private record Place(UUID incidentId, String integration, String fingerprint) {
	}

}
