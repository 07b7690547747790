package dev.vigie.escalation.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The groups that a batch has read or changed. What an incident counts of them is kept up
 * with each change.
 */
final class GroupMemory {

	private final GroupTable table;

	private final Set<Key> asked = new HashSet<>();

	private final Map<Key, List<HeldGroup>> groups = new HashMap<>();

	private final Map<UUID, Map<Key, HeldGroup>> byIncident = new HashMap<>();

	private final Set<HeldGroup> unwritten = new LinkedHashSet<>();

	private final Set<UUID> ended = new LinkedHashSet<>();

	GroupMemory(GroupTable table) {
		this.table = table;
	}

	/**
	 * Reads those that nobody asked for before.
	 */
	List<GroupTable.Row> read(Collection<Origin> origins) {
		return this.table.open(origins.stream().filter((origin) -> this.asked.add(Key.of(origin))).toList());
	}

	void remember(Incident incident, GroupTable.Row row) {
		Map<Key, HeldGroup> known = of(incident.id);
		if (!known.containsKey(Key.of(row.origin()))) {
			HeldGroup group = new HeldGroup(incident, row.origin(), row.kind(), row.joinedAt());
			group.hidden = row.hidden();
			group.open = row.open() && !this.ended.contains(incident.id);
			keep(group);
		}
	}

	/**
	 * Who takes new alerts of the group.
	 */
	Optional<HeldGroup> taking(Origin origin) {
		return first(origin, HeldGroup::takesAlerts);
	}

	/**
	 * Who counts what the sender holds back of the group.
	 */
	Optional<HeldGroup> counting(Origin origin) {
		return taking(origin).or(() -> first(origin, (group) -> group.countsHidden() && group.hidden > 0));
	}

	Optional<HeldGroup> of(Incident incident, Origin origin) {
		return Optional.ofNullable(of(incident.id).get(Key.of(origin)));
	}

	/**
	 * New alerts of the group come to the incident from now on.
	 */
	HeldGroup adopt(Incident incident, Origin origin, HeldGroup.Kind kind, Instant at) {
		HeldGroup group = open(incident, origin, kind, at);
		if (group.kind == HeldGroup.Kind.HELD_BACK || !group.open) {
			incident.groupCount++;
			group.kind = kind;
			group.open = true;
		}
		return group;
	}

	/**
	 * The incident may count what the sender holds back of the group.
	 */
	HeldGroup holdBack(Incident incident, Origin origin, Instant at) {
		HeldGroup group = open(incident, origin, HeldGroup.Kind.HELD_BACK, at);
		if (!group.open) {
			group.kind = HeldGroup.Kind.HELD_BACK;
			group.open = true;
		}
		return group;
	}

	private HeldGroup open(Incident incident, Origin origin, HeldGroup.Kind kind, Instant at) {
		HeldGroup group = of(incident, origin).orElse(null);
		if (group == null) {
			group = new HeldGroup(incident, origin, kind, at);
			keep(group);
		}
		if (!group.open) {
			group.hidden = 0;
		}
		this.unwritten.add(group);
		return group;
	}

	/**
	 * The group is not the incident's any more.
	 */
	void drop(HeldGroup group) {
		hide(group, 0);
		if (group.open && group.kind != HeldGroup.Kind.HELD_BACK) {
			group.incident.groupCount--;
		}
		group.open = false;
	}

	void hide(HeldGroup group, int hidden) {
		group.incident.hidden += hidden - group.hidden;
		group.hidden = hidden;
		this.unwritten.add(group);
	}

	/**
	 * The incident is over; its groups are free.
	 */
	void end(Incident incident) {
		this.ended.add(incident.id);
		of(incident.id).values().forEach((group) -> group.open = false);
	}

	/**
	 * The incident begins anew with nothing but one group.
	 */
	void restart(Incident incident, Origin origin, HeldGroup.Kind kind, Instant at) {
		end(incident);
		incident.hidden = 0;
		incident.groupCount = 0;
		adopt(incident, origin, kind, at);
	}

	List<GroupTable.Row> spread(Origin origin) {
		return this.table.spread(origin);
	}

	/**
	 * Writes who leaves groups, before somebody else takes them.
	 */
	void writeLeaving(Predicate<Incident> stored) {
		this.table.close(this.ended);
		write((group) -> !group.open && stored.test(group.incident));
		this.ended.clear();
	}

	void writeOthers() {
		write((_) -> true);
	}

	private void write(Predicate<HeldGroup> which) {
		List<HeldGroup> some = this.unwritten.stream().filter(which).toList();
		this.table.save(some);
		some.forEach(this.unwritten::remove);
	}

	private Optional<HeldGroup> first(Origin origin, Predicate<HeldGroup> which) {
		return this.groups.getOrDefault(Key.of(origin), List.of()).stream().filter(which).findFirst();
	}

	private void keep(HeldGroup group) {
		Key key = Key.of(group.origin);
		of(group.incident.id).put(key, group);
		this.groups.computeIfAbsent(key, (_) -> new ArrayList<>()).add(group);
	}

	private Map<Key, HeldGroup> of(UUID incidentId) {
		return this.byIncident.computeIfAbsent(incidentId, (_) -> new LinkedHashMap<>());
	}

	private record Key(String integration, String hash) {

		static Key of(Origin origin) {
			return new Key(origin.integration(), origin.groupHash());
		}

	}

}
