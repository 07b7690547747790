package dev.vigie.escalation.incident;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.vigie.escalation.grouping.GroupingRules;
import dev.vigie.escalation.grouping.Placement;
import dev.vigie.escalation.grouping.Storm;

/**
 * What a batch has read of incidents and their alerts, locked and each once, and what it
 * has decided and not yet written. Decisions are made here, so that the number of
 * statements depends on the number of tables and not on that of alerts.
 */
final class BatchMemory {

	private final BatchTables tables;

	private final AlertMemory alerts;

	private final GroupMemory groups;

	private final CorrelationMemory correlations;

	private final StormMemory storms;

	private final Map<UUID, Incident> known = new HashMap<>();

	private final Queue<Long> numbers = new ArrayDeque<>();

	private int expected = 1;

	private @Nullable Instant earliest;

	/**
	 * The group by which each stored incident is known in the database.
	 */
	private final Map<UUID, Origin> storedOrigins = new HashMap<>();

	private final Map<UUID, Incident> unwritten = new LinkedHashMap<>();

	BatchMemory(BatchTables tables) {
		this.tables = tables;
		this.alerts = new AlertMemory(tables.alerts());
		this.groups = new GroupMemory(tables.groups());
		this.correlations = new CorrelationMemory(tables.correlations());
		this.storms = new StormMemory(tables.storms());
	}

	GroupMemory groups() {
		return this.groups;
	}

	/**
	 * Reads at once what these reports will ask for.
	 */
	void expect(Collection<ComingAlert> coming, GroupingRules rules) {
		Instant first = coming.stream().map(ComingAlert::at).min(Comparator.naturalOrder()).orElseThrow();
		this.earliest = first;
		List<Coming> ruled = coming.stream()
			.map((one) -> new Coming(one, rules.of(one.sender().integration()), first))
			.toList();
		look(Wish.forAll(ruled));
		this.expected = Math.max(1, new Forecast(this).incidents(ruled));
	}

	private void look(Wish wish) {
		List<AlertTable.Holder> holders = this.alerts.read(wish.alerts());
		List<GroupTable.Row> rows = new ArrayList<>(this.tables.groups().of(holders));
		rows.addAll(this.groups.read(wish.groups()));
		Set<UUID> ids = new LinkedHashSet<>();
		holders.forEach((holder) -> ids.add(holder.incidentId()));
		rows.forEach((row) -> ids.add(row.incidentId()));
		this.correlations.read(wish.alike()).forEach((row) -> ids.add(row.incidentId()));
		this.storms.read(wish.storms())
			.stream()
			.map(IntegrationStorm::incidentId)
			.filter(Objects::nonNull)
			.forEach(ids::add);
		ids.removeAll(this.known.keySet());
		this.tables.incidents().lock(List.copyOf(ids)).forEach(this::remember);
		for (GroupTable.Row row : rows) {
			Incident incident = this.known.get(row.incidentId());
			if (incident != null) {
				this.groups.remember(incident, row);
			}
		}
		for (AlertTable.Holder holder : holders) {
			Incident incident = this.known.get(holder.incidentId());
			if (incident != null) {
				this.alerts.remember(incident, holder);
			}
		}
	}

	private void remember(Incident incident) {
		this.known.put(incident.id, incident);
		this.storedOrigins.put(incident.id, incident.origin);
	}

	/**
	 * The incident that holds the alert.
	 */
	Optional<HeldAlert> held(String integration, ReportedAlert alert) {
		AlertTable.Wanted wanted = new AlertTable.Wanted(integration, alert.fingerprint(), alert.startsAt());
		look(Wish.forAlert(wanted));
		return this.alerts.held(wanted.alert(), alert);
	}

	/**
	 * The open incident that takes the alerts of a group.
	 */
	Optional<HeldGroup> taking(Origin origin) {
		look(Wish.forGroup(origin));
		return this.groups.taking(origin);
	}

	/**
	 * Who counts what the sender holds back of a group: whoever takes its alerts, or did
	 * so before, or else the oldest incident that has some of them.
	 */
	Optional<HeldGroup> counting(Origin origin, boolean wanted) {
		look(Wish.forGroup(origin));
		Optional<HeldGroup> counting = this.groups.counting(origin);
		if (counting.isPresent() || !wanted) {
			return counting;
		}
		write();
		List<GroupTable.Row> spread = this.groups.spread(origin);
		List<UUID> unknown = spread.stream()
			.map(GroupTable.Row::incidentId)
			.filter((id) -> !this.known.containsKey(id))
			.toList();
		this.tables.incidents().lock(unknown).forEach(this::remember);
		return spread.stream().findFirst().flatMap((row) -> {
			Incident incident = this.known.get(row.incidentId());
			if (incident == null) {
				return Optional.empty();
			}
			this.groups.remember(incident, row);
			return this.groups.of(incident, origin).filter(HeldGroup::countsHidden);
		});
	}

	/**
	 * The open incidents that alerts with the same values came to. Nothing joins a
	 * private one: few would see it there.
	 */
	List<Placement.Candidate<Incident>> alike(Reported reported) {
		Instant since = (this.earliest != null && this.earliest.isBefore(reported.at())) ? this.earliest
				: reported.at();
		Coming.asked(reported.rule(), reported.alert(), since).ifPresent((asked) -> look(Wish.forAlike(asked)));
		return Optional.ofNullable(reported.rule().correlation())
			.flatMap((correlation) -> correlation.values(reported.alert().labels()))
			.stream()
			.flatMap((values) -> this.correlations.alike(values).stream())
			.flatMap((row) -> Stream.ofNullable(this.known.get(row.incidentId()))
				.filter((incident) -> incident.status.isOpen() && !incident.visibility.isPrivate())
				.map((incident) -> new Placement.Candidate<>(incident, incident.number, row.integration(),
						row.joinedAt())))
			.toList();
	}

	void findable(Incident incident, String integration, Map<String, String> values, Instant at) {
		this.correlations.findable(incident, integration, values, at);
	}

	/**
	 * How fast alerts of the integration begin to fire, if that matters.
	 */
	IntegrationStorm storm(String integration, Storm.@Nullable Limit limit) {
		if (limit == null) {
			return IntegrationStorm.calm(integration);
		}
		look(Wish.forStorm(integration));
		return this.storms.of(integration);
	}

	void save(IntegrationStorm storm) {
		this.storms.keep(storm);
	}

	/**
	 * Whether the end of the storm is still to be told.
	 */
	boolean ends(IntegrationStorm storm, Instant end) {
		return this.storms.ends(storm.integration(), end);
	}

	/**
	 * The incident of the present storm, if it is open.
	 */
	Optional<Incident> open(IntegrationStorm storm) {
		return Optional.ofNullable(storm.incidentId())
			.flatMap((id) -> Optional.ofNullable(this.known.get(id)))
			.filter((incident) -> incident.status.isOpen() && !incident.visibility.isPrivate());
	}

	/**
	 * A new incident that is due at once.
	 */
	Incident open(String title, Origin origin, Instant now) {
		if (this.numbers.isEmpty()) {
			this.numbers.addAll(this.tables.incidents().numbers(this.expected));
			this.expected = 1;
		}
		Incident incident = new Incident(UUID.randomUUID(), this.numbers.remove(), title, origin, now);
		this.known.put(incident.id, incident);
		save(incident);
		return incident;
	}

	/**
	 * A new incident for whatever comes from an integration.
	 */
	Incident openStorm(String integration, Instant now) {
		Incident incident = open("", Origin.of(integration, Map.of()), now);
		incident.origin = Origin.ofStorm(integration, incident.id);
		return incident;
	}

	void save(Incident incident) {
		this.unwritten.put(incident.id, incident);
		if (!incident.status.isOpen()) {
			this.groups.end(incident);
		}
	}

	void save(Incident incident, ReportedAlert alert, Origin group, boolean firing, Instant at) {
		this.alerts.save(incident, alert, group, firing, at);
	}

	/**
	 * Writes what is not written. One group has one open incident at every moment:
	 * whoever leaves a group does so before somebody else takes it.
	 */
	void write() {
		List<Incident> stored = this.unwritten.values().stream().filter(this::isStored).toList();
		this.groups.writeLeaving(this::isStored);
		this.tables.incidents()
			.leaveGroups(stored.stream()
				.filter((incident) -> !incident.origin
					.isSame(this.storedOrigins.getOrDefault(incident.id, incident.origin)))
				.map((incident) -> incident.id)
				.toList());
		this.tables.incidents().update(stored.stream().filter((incident) -> !incident.status.isOpen()).toList());
		this.tables.incidents().update(stored.stream().filter((incident) -> incident.status.isOpen()).toList());
		this.tables.incidents()
			.insert(this.unwritten.values().stream().filter((incident) -> !isStored(incident)).toList());
		this.unwritten.values().forEach((incident) -> this.storedOrigins.put(incident.id, incident.origin));
		this.unwritten.clear();
		this.groups.writeOthers();
		this.alerts.write();
		this.correlations.write();
		this.storms.write();
	}

	private boolean isStored(Incident incident) {
		return this.storedOrigins.containsKey(incident.id);
	}

	/**
	 * What the firing alerts of incidents have in common.
	 */
	Map<UUID, Picture> pictures(List<UUID> incidentIds) {
		write();
		return this.tables.alerts().pictures(incidentIds);
	}

}
