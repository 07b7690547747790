package dev.vigie.oncall.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.oncall.person.Departure;
import dev.vigie.oncall.person.PersonDirectory;
import dev.vigie.oncall.rotation.Holidays;
import dev.vigie.oncall.schedule.Amendment.FixedShift;
import dev.vigie.oncall.schedule.Amendments.Dated;
import dev.vigie.oncall.schedule.Plan.Away;
import dev.vigie.oncall.schedule.Plan.Surroundings;
import dev.vigie.oncall.span.Span;

/**
 * Gathers what decides who is on call.
 */
@Component
class Plans {

	private final VersionTable versions;

	private final List<Amendments> amendments;

	private final List<Imports> imports;

	private final Almanac almanac;

	private final PersonDirectory people;

	Plans(VersionTable versions, List<Amendments> amendments, List<Imports> imports, Almanac almanac,
			PersonDirectory people) {
		this.versions = versions;
		this.amendments = List.copyOf(amendments);
		this.imports = List.copyOf(imports);
		this.almanac = almanac;
		this.people = people;
	}

	/**
	 * The plans of all schedules that have ever been, for questions about the span.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Map<String, Plan> all(Span span) {
		Map<String, Plan> plans = new TreeMap<>();
		read(null, Horizon.near(span))
			.forEach((name, material) -> plans.put(name, new Plan(name, new Horizon(material, reader(name)))));
		return plans;
	}

	/**
	 * The plan of one schedule, for questions about the span.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Plan one(String schedule, Span span) {
		Horizon.Reader reader = reader(schedule);
		return new Plan(schedule, new Horizon(reader.read(Horizon.near(span)), reader));
	}

	/**
	 * What the plan of a schedule would be if its last version were followed by another.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Plan with(String schedule, ScheduleSpec spec, Instant now, Span span) {
		return one(schedule, span).with(Succession.next(this.versions.last(schedule).orElse(null), spec, now));
	}

	Setting setting(ScheduleSpec spec) {
		Holidays holidays = (spec.holidays() != null) ? this.almanac.of(spec.holidays()) : Holidays.NONE;
		return new Setting(spec.clock(), holidays, spec.people());
	}

	private Horizon.Reader reader(String schedule) {
		return (span) -> Objects.requireNonNull(read(schedule, span).get(schedule));
	}

	private Map<String, Material> read(@Nullable String schedule, Span span) {
		Map<String, List<Version>> versions = new TreeMap<>(this.versions.meeting(schedule, span));
		if (schedule != null) {
			versions.putIfAbsent(schedule, List.of());
		}
		Map<String, List<Dated>> dated = dated(schedule, span);
		Map<String, List<FixedShift>> imported = imported(span);
		Map<String, List<Away>> away = away();
		Map<String, Material> materials = new TreeMap<>();
		versions.forEach((name, its) -> materials.put(name, new Material(span, its,
				new Surroundings(inOrder(dated.getOrDefault(name, List.of())), away, imported, this.almanac))));
		return materials;
	}

	private Map<String, List<FixedShift>> imported(Span span) {
		Map<String, List<FixedShift>> imported = new HashMap<>();
		this.imports.forEach((source) -> imported.putAll(source.meeting(span)));
		return imported;
	}

	private Map<String, List<Dated>> dated(@Nullable String schedule, Span around) {
		Map<String, List<Dated>> dated = new HashMap<>();
		for (Amendments source : this.amendments) {
			Map<String, List<Dated>> some = (schedule != null) ? Map.of(schedule, source.meeting(schedule, around))
					: source.meeting(around);
			some.forEach((name, more) -> dated.computeIfAbsent(name, (_) -> new ArrayList<>()).addAll(more));
		}
		return dated;
	}

	private Map<String, List<Away>> away() {
		Map<String, List<Away>> away = new HashMap<>();
		for (Departure departure : this.people.departures()) {
			Instant back = (departure.returnedAt() != null) ? departure.returnedAt() : Instant.MAX;
			Span.between(departure.leftAt(), back)
				.ifPresent((span) -> away.computeIfAbsent(departure.person(), (_) -> new ArrayList<>())
					.add(new Away(span, departure.takesOver())));
		}
		return away;
	}

	private static List<Amendment> inOrder(List<Dated> dated) {
		return dated.stream()
			.sorted(Comparator.comparing((Dated one) -> !(one.amendment() instanceof Amendment.Replacement))
				.thenComparing(Dated::madeAt))
			.map(Dated::amendment)
			.toList();
	}

}
