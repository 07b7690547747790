package dev.vigie.escalation.grouping;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * Where alerts would land, by the decisions that are made for real ones. Incidents begin
 * with the first alert and stay open; nothing is stored.
 */
final class Rehearsal {

	private final GroupingRules rules;

	private final List<Planned> incidents = new ArrayList<>();

	private final Map<List<Object>, Held> held = new HashMap<>();

	private final Map<Group, Planned> groups = new HashMap<>();

	private final Map<Map<String, String>, Map<Place, Instant>> findable = new HashMap<>();

	private final Map<String, Storm> storms = new HashMap<>();

	private final Map<String, Planned> stormIncidents = new HashMap<>();

	private Rehearsal(GroupingRules rules) {
		this.rules = rules;
	}

	/**
	 * Places the alerts in the order of their times.
	 */
	static Result of(GroupingRules rules, List<Fired> alerts) {
		Rehearsal rehearsal = new Rehearsal(rules);
		Landing[] landings = new Landing[alerts.size()];
		IntStream.range(0, alerts.size())
			.boxed()
			.sorted(Comparator.comparing((Integer i) -> alerts.get(i).at()))
			.forEach((i) -> landings[i] = rehearsal.fires(alerts.get(i)));
		return new Result(rehearsal.incidents.stream().map(Planned::outcome).toList(), List.of(landings));
	}

	private Landing fires(Fired fired) {
		GroupingRule rule = this.rules.of(fired.integration());
		Group group = Group.of(rule, fired);
		Held holder = this.held.get(fired.alert());
		if (holder != null) {
			follow(rule, fired, holder, group);
			return new Landing(holder.incident().number, "held", "", Map.of());
		}
		Storm storm = this.storms.getOrDefault(fired.integration(), Storm.NONE);
		if (rule.storm() != null) {
			storm = storm.and(rule.storm(), fired.at());
			this.storms.put(fired.integration(), storm);
			if (!storm.rages(rule.storm(), fired.at())) {
				this.stormIncidents.remove(fired.integration());
			}
		}
		Planned known = this.groups.get(group);
		if (known != null) {
			return land(fired, group, known, new Landing(known.number, "group", rule.name(), group.labels()));
		}
		Landing landing = place(rule, fired, storm);
		Planned incident = this.incidents.get(landing.incident() - 1);
		incident.groups++;
		this.groups.put(group, incident);
		return land(fired, group, incident, landing);
	}

	// The sender groups the alert in another way: its incident goes with it.
	private void follow(GroupingRule rule, Fired fired, Held holder, Group group) {
		Planned taking = this.groups.get(group);
		if (taking == holder.incident()) {
			this.held.put(fired.alert(), new Held(taking, group));
		}
		else if (taking == null && rule.by() == GroupedBy.SENDER) {
			if (this.groups.remove(holder.group(), holder.incident())) {
				holder.incident().groups--;
			}
			holder.incident().groups++;
			this.groups.put(group, holder.incident());
			this.held.put(fired.alert(), new Held(holder.incident(), group));
		}
	}

	private Landing place(GroupingRule rule, Fired fired, Storm storm) {
		Placement<Planned> placement = Placement.of(rule, fired.arriving(), storm,
				this.stormIncidents.get(fired.integration()), alike(rule, fired));
		return switch (placement) {
			case Placement.Opens<Planned> _ -> new Landing(open(fired, false).number, "opens", rule.name(), Map.of());
			case Placement.Correlates<Planned> found ->
				new Landing(found.incident().number, "correlates", rule.name(), found.values());
			case Placement.JoinsStorm<Planned> joined ->
				new Landing(joined.incident().number, "storm", rule.name(), Map.of());
			case Placement.OpensStorm<Planned> _ ->
				new Landing(open(fired, true).number, "opens-storm", rule.name(), Map.of());
		};
	}

	private Planned open(Fired fired, boolean storm) {
		Planned incident = new Planned(this.incidents.size() + 1, fired.integration(), storm);
		this.incidents.add(incident);
		if (storm) {
			this.stormIncidents.put(fired.integration(), incident);
		}
		return incident;
	}

	private Landing land(Fired fired, Group group, Planned incident, Landing landing) {
		incident.alerts++;
		this.held.put(fired.alert(), new Held(incident, group));
		if (!incident.storm) {
			this.rules.findableBy(fired.integration(), fired.labels())
				.forEach((values) -> this.findable.computeIfAbsent(values, (_) -> new LinkedHashMap<>())
					.merge(new Place(incident, fired.integration()), fired.at(), (a, b) -> a.isAfter(b) ? a : b));
		}
		return landing;
	}

	private List<Placement.Candidate<Planned>> alike(GroupingRule rule, Fired fired) {
		if (rule.correlation() == null) {
			return List.of();
		}
		return rule.correlation()
			.values(fired.labels())
			.map((values) -> this.findable.getOrDefault(values, Map.of()))
			.orElse(Map.of())
			.entrySet()
			.stream()
			.map((found) -> new Placement.Candidate<>(found.getKey().incident(), found.getKey().incident().number,
					found.getKey().integration(), found.getValue()))
			.toList();
	}

	/**
	 * An alert that begins to fire.
	 *
	 * @param group the labels its sender groups by
	 */
	record Fired(String integration, @Nullable String fingerprint, Map<String, String> labels,
			Map<String, String> group, Instant at) {

		Fired {
			labels = Map.copyOf(labels);
			group = Map.copyOf(group);
		}

		List<Object> alert() {
			return List.of(this.integration, (this.fingerprint != null) ? this.fingerprint : this.labels);
		}

		Placement.Arriving arriving() {
			return new Placement.Arriving(this.integration, this.labels, this.at);
		}

	}

	/**
	 * Where every alert lands, in the order of the question.
	 */
	record Result(List<Outcome> incidents, List<Landing> alerts) {
	}

	/**
	 * An incident there would be.
	 */
	record Outcome(int incident, String integration, boolean storm, int groups, int alerts) {
	}

	/**
	 * Where an alert lands.
	 *
	 * @param why held, group, opens, correlates, opens-storm or storm
	 * @param rule the grouping that says so, empty if none does
	 * @param by the labels that decided
	 */
	record Landing(int incident, String why, String rule, Map<String, String> by) {
	}

	private record Group(String integration, Map<String, String> labels, @Nullable Object alert) {

		static Group of(GroupingRule rule, Fired fired) {
			return new Group(fired.integration(), rule.groupLabels(fired.group(), fired.labels()),
					(rule.by() == GroupedBy.ALERT) ? fired.alert() : null);
		}

	}

	private record Held(Planned incident, Group group) {
	}

	private record Place(Planned incident, String integration) {
	}

	private static final class Planned {

		private final int number;

		private final String integration;

		private final boolean storm;

		private int groups;

		private int alerts;

		private Planned(int number, String integration, boolean storm) {
			this.number = number;
			this.integration = integration;
			this.storm = storm;
		}

		private Outcome outcome() {
			return new Outcome(this.number, this.integration, this.storm, this.groups, this.alerts);
		}

	}

}
