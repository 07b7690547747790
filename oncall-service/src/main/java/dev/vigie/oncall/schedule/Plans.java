package dev.vigie.oncall.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

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

	/**
	 * The longest that a turn, an override or a temporary schedule lasts: so far around
	 * what is asked lies what can still change the ends of its shifts.
	 */
	private static final Duration FARTHEST = Duration.ofDays(400);

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
	 * The plans of all schedules that have ever been, good for questions about the span.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Map<String, Plan> all(Span span) {
		return plans(null, span);
	}

	/**
	 * The plan of one schedule, good for questions about the span.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Optional<Plan> one(String schedule, Span span) {
		return Optional.ofNullable(plans(schedule, span).get(schedule));
	}

	/**
	 * What the plan of a schedule would be if its last version were followed by another.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Plan with(String schedule, ScheduleSpec spec, Instant now, Span span) {
		Span around = around(span);
		List<Version> versions = new ArrayList<>(
				this.versions.meeting(schedule, around).getOrDefault(schedule, List.of()));
		versions.add(Succession.next(this.versions.last(schedule).orElse(null), spec, now));
		return new Plan(schedule, versions, surroundings(schedule, around).apply(schedule));
	}

	Setting setting(ScheduleSpec spec) {
		Holidays holidays = (spec.holidays() != null) ? this.almanac.of(spec.holidays()) : Holidays.NONE;
		return new Setting(spec.clock(), holidays, spec.people());
	}

	private Map<String, Plan> plans(@Nullable String schedule, Span span) {
		Span around = around(span);
		Function<String, Surroundings> surroundings = surroundings(schedule, around);
		Map<String, Plan> plans = new TreeMap<>();
		this.versions.meeting(schedule, around)
			.forEach((name, versions) -> plans.put(name, new Plan(name, versions, surroundings.apply(name))));
		return plans;
	}

	private Function<String, Surroundings> surroundings(@Nullable String schedule, Span around) {
		Map<String, List<Dated>> dated = dated(schedule, around);
		Map<String, List<FixedShift>> imported = new HashMap<>();
		this.imports.forEach((source) -> imported.putAll(source.meeting(around)));
		Map<String, List<Away>> away = away();
		return (name) -> new Surroundings(inOrder(dated.getOrDefault(name, List.of())), away, imported, this.almanac);
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

	private static Span around(Span span) {
		return new Span(span.start().minus(FARTHEST), span.end().plus(FARTHEST));
	}

}
