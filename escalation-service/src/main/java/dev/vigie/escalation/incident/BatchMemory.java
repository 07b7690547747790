package dev.vigie.escalation.incident;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;

/**
 * What a batch has read of incidents and their alerts, locked and each once, and what it
 * has decided and not yet written. Decisions are made here, so that the number of
 * statements depends on the number of tables and not on that of alerts.
 */
final class BatchMemory {

	private final Incidents incidents;

	private final AlertTable alerts;

	private final Map<UUID, Incident> known = new HashMap<>();

	/**
	 * The open incident of a group, if there was one when it was put here.
	 */
	private final Map<Group, Incident> groups = new HashMap<>();

	private final Map<AlertTable.Alert, Map<UUID, HeldAlert>> held = new HashMap<>();

	private final Set<Group> knownGroups = new HashSet<>();

	private final Set<AlertTable.Wanted> knownAlerts = new HashSet<>();

	private final Queue<Long> numbers = new ArrayDeque<>();

	private int expected = 1;

	/**
	 * The group each stored incident has in the database.
	 */
	private final Map<UUID, String> storedGroups = new HashMap<>();

	private final Map<UUID, Incident> unwritten = new LinkedHashMap<>();

	private final Map<Place, AlertTable.Row> unwrittenAlerts = new LinkedHashMap<>();

	BatchMemory(Incidents incidents, AlertTable alerts) {
		this.incidents = incidents;
		this.alerts = alerts;
	}

	/**
	 * Reads at once what these reports will ask for.
	 */
	void expect(Collection<ComingAlert> coming) {
		look(coming.stream().flatMap((one) -> one.wanted().stream()).toList(),
				coming.stream().map((one) -> one.sender().origin()).toList());
		Set<Group> fresh = new HashSet<>();
		for (ComingAlert one : coming) {
			boolean unheld = one.wanted().filter((wanted) -> !this.held.containsKey(wanted.alert())).isPresent();
			if (unheld && one.fires() && openOf(one.sender().origin()).isEmpty()) {
				fresh.add(Group.of(one.sender().origin()));
			}
		}
		this.expected = Math.max(1, fresh.size());
	}

	private void look(Collection<AlertTable.Wanted> wanted, Collection<Origin> origins) {
		List<AlertTable.Wanted> newAlerts = wanted.stream().filter(this.knownAlerts::add).toList();
		List<Origin> newGroups = origins.stream().filter((origin) -> this.knownGroups.add(Group.of(origin))).toList();
		List<AlertTable.Holder> holders = this.alerts.holders(newAlerts);
		Set<UUID> ids = new LinkedHashSet<>(this.incidents.openOf(newGroups));
		holders.forEach((holder) -> ids.add(holder.incidentId()));
		ids.removeAll(this.known.keySet());
		this.incidents.lock(List.copyOf(ids)).forEach(this::remember);
		for (AlertTable.Holder holder : holders) {
			Incident incident = this.known.get(holder.incidentId());
			if (incident != null) {
				holdersOf(holder.alert()).putIfAbsent(incident.id,
						new HeldAlert(incident, holder.firing(), holder.startsAt()));
			}
		}
	}

	private void remember(Incident incident) {
		this.known.put(incident.id, incident);
		this.storedGroups.put(incident.id, incident.origin.groupHash());
		if (incident.status.isOpen()) {
			this.groups.putIfAbsent(Group.of(incident.origin), incident);
		}
	}

	private Map<UUID, HeldAlert> holdersOf(AlertTable.Alert alert) {
		return this.held.computeIfAbsent(alert, (_) -> new LinkedHashMap<>());
	}

	/**
	 * The incident that holds the alert.
	 */
	Optional<HeldAlert> held(String integration, ReportedAlert alert) {
		AlertTable.Wanted wanted = new AlertTable.Wanted(integration, alert.fingerprint(), alert.startsAt());
		look(List.of(wanted), List.of());
		return this.held.getOrDefault(wanted.alert(), Map.of()).values().stream().max(HeldAlert.fitting(alert));
	}

	Optional<Incident> openOf(Origin origin) {
		look(List.of(), List.of(origin));
		return Optional.ofNullable(this.groups.get(Group.of(origin)))
			.filter((incident) -> incident.status.isOpen() && incident.origin.isSame(origin));
	}

	/**
	 * A new incident that is due at once.
	 */
	Incident open(String title, Origin origin, Instant now) {
		if (this.numbers.isEmpty()) {
			this.numbers.addAll(this.incidents.numbers(this.expected));
			this.expected = 1;
		}
		Incident incident = new Incident(UUID.randomUUID(), this.numbers.remove(), title, origin, now);
		this.known.put(incident.id, incident);
		save(incident);
		return incident;
	}

	void save(Incident incident) {
		this.unwritten.put(incident.id, incident);
		if (incident.status.isOpen()) {
			this.groups.put(Group.of(incident.origin), incident);
		}
	}

	void save(Incident incident, String integration, ReportedAlert alert, boolean firing, Instant at) {
		holdersOf(new AlertTable.Alert(integration, alert.fingerprint())).put(incident.id,
				new HeldAlert(incident, firing, alert.startsAt()));
		this.unwrittenAlerts.put(new Place(incident.id, alert.fingerprint()),
				AlertTable.Row.of(incident.id, integration, alert, firing, at));
	}

	/**
	 * Writes what is not written. One group has one open incident at every moment:
	 * whoever leaves a group does so before somebody else takes it.
	 */
	void write() {
		List<Incident> stored = this.unwritten.values()
			.stream()
			.filter((incident) -> this.storedGroups.containsKey(incident.id))
			.toList();
		this.incidents.leaveGroups(stored.stream()
			.filter((incident) -> !incident.origin.groupHash().equals(this.storedGroups.get(incident.id)))
			.map((incident) -> incident.id)
			.toList());
		this.incidents.update(stored.stream().filter((incident) -> !incident.status.isOpen()).toList());
		this.incidents.update(stored.stream().filter((incident) -> incident.status.isOpen()).toList());
		this.incidents.insert(this.unwritten.values()
			.stream()
			.filter((incident) -> !this.storedGroups.containsKey(incident.id))
			.toList());
		this.alerts.save(this.unwrittenAlerts.values());
		this.unwritten.values().forEach((incident) -> this.storedGroups.put(incident.id, incident.origin.groupHash()));
		this.unwritten.clear();
		this.unwrittenAlerts.clear();
	}

	/**
	 * What the firing alerts of incidents have in common.
	 */
	Map<UUID, Picture> pictures(List<UUID> incidentIds) {
		write();
		return this.alerts.pictures(incidentIds);
	}

	private record Group(String integration, String hash) {

		static Group of(Origin origin) {
			return new Group(origin.integration(), origin.groupHash());
		}

	}

	private record Place(UUID incidentId, String fingerprint) {
	}

}
