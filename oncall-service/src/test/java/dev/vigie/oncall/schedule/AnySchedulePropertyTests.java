package dev.vigie.oncall.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.vigie.oncall.schedule.Plan.Surroundings;
import dev.vigie.oncall.span.Span;
import dev.vigie.oncall.span.Spans;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for every schedule with everything that it may have, on machines of several
 * time zones.
 */
class AnySchedulePropertyTests {

	private static final int SCHEDULES = 60;

	private final TimeZone machine = TimeZone.getDefault();

	private final AnySchedule any = new AnySchedule(20261121);

	@AfterEach
	void giveTheMachineItsZoneBack() {
		TimeZone.setDefault(this.machine);
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTC", "America/Chicago", "Australia/Lord_Howe", "Pacific/Apia" })
	void pointAndRangeAgreeAtEveryInstant(String machineZone) {
		TimeZone.setDefault(TimeZone.getTimeZone(machineZone));
		for (int i = 0; i < SCHEDULES; i++) {
			ScheduleSpec spec = this.any.spec();
			Span span = this.any.span(spec);
			Plan plan = ScheduleFixtures.plan(spec, this.any.around(span));
			List<Shift> range = plan.shifts(span);
			for (Instant at : instants(span, range)) {
				assertThat(plan.at(at)).as("%s at %s", spec, at)
					.containsExactlyInAnyOrderElementsOf(
							range.stream().filter((shift) -> shift.span().holds(at)).toList());
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTC", "Pacific/Apia" })
	void aPartOfARangeIsTheRangeCut(String machineZone) {
		TimeZone.setDefault(TimeZone.getTimeZone(machineZone));
		for (int i = 0; i < SCHEDULES; i++) {
			ScheduleSpec spec = this.any.spec();
			Span span = this.any.span(spec);
			Plan plan = ScheduleFixtures.plan(spec, this.any.around(span));
			Instant middle = this.any.within(span);
			Span.between(span.start(), middle)
				.ifPresent((part) -> assertThat(byPerson(plan.cut(part))).as("%s in %s", spec, part)
					.isEqualTo(cut(byPerson(plan.cut(span)), part)));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTC", "Australia/Lord_Howe" })
	void noLayerLeavesAHoleThatALowerOneFills(String machineZone) {
		TimeZone.setDefault(TimeZone.getTimeZone(machineZone));
		for (int i = 0; i < SCHEDULES; i++) {
			ScheduleSpec spec = this.any.spec();
			Span span = this.any.span(spec);
			Surroundings around = new Surroundings(List.of(), Map.of(), Map.of(), new PublicHolidays());
			Spans alone = Spans.none();
			for (Layer layer : spec.layers()) {
				if (layer.roleOrPrimary() == Role.PRIMARY) {
					ScheduleSpec only = new ScheduleSpec(null, spec.timeZone(), null, null, spec.holidays(),
							List.of(layer));
					alone = alone.or(covered(ScheduleFixtures.plan(only, around).cut(span)));
				}
			}
			assertThat(covered(ScheduleFixtures.plan(spec, around).cut(span))).as("%s in %s", spec, span)
				.isEqualTo(alone);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTC", "America/Chicago" })
	void anEditNeverChangesAnInstantBeforeIt(String machineZone) {
		TimeZone.setDefault(TimeZone.getTimeZone(machineZone));
		for (int i = 0; i < SCHEDULES; i++) {
			ScheduleSpec before = this.any.spec();
			ScheduleSpec after = this.any.spec(before.timeZone());
			Span span = this.any.span(before);
			Surroundings around = this.any.around(span);
			Instant edit = this.any.within(span);
			Version first = Succession.next(null, before, Instant.EPOCH);
			Version second = Succession.next(first, after, edit);
			Plan edited = new Plan("test", List.of(first, second), around);
			Plan old = new Plan("test", List.of(first), around);
			Span.between(span.start(), edit)
				.ifPresent((past) -> assertThat(edited.cut(past)).as("%s, then %s", before, after)
					.isEqualTo(old.cut(past)));
			List<Shift> range = edited.shifts(span);
			for (Instant at : instants(span, range)) {
				assertThat(edited.at(at)).as("%s, then %s, at %s", before, after, at)
					.containsExactlyInAnyOrderElementsOf(holding(range, at));
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTC", "Pacific/Apia" })
	void pointAndRangeAgreeOverManyEdits(String machineZone) {
		TimeZone.setDefault(TimeZone.getTimeZone(machineZone));
		for (int i = 0; i < SCHEDULES; i++) {
			ScheduleSpec spec = this.any.spec();
			Span span = this.any.span(spec);
			Plan plan = new Plan("test", this.any.history(spec, span), this.any.around(span));
			List<Shift> range = plan.shifts(span);
			for (Instant at : instants(span, range)) {
				assertThat(plan.at(at)).as("%s at %s", spec, at)
					.containsExactlyInAnyOrderElementsOf(holding(range, at));
				assertThat(plan.next(at, span.end())).as("%s after %s", spec, at)
					.containsExactlyInAnyOrderElementsOf(firstAfter(range, at));
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTC", "America/Chicago" })
	void readingNoMoreThanAnAnswerDependsOnChangesNoAnswer(String machineZone) {
		TimeZone.setDefault(TimeZone.getTimeZone(machineZone));
		for (int i = 0; i < SCHEDULES; i++) {
			ScheduleSpec spec = this.any.spec();
			Span span = this.any.span(spec);
			List<Version> versions = this.any.history(spec, span);
			Surroundings around = this.any.around(span);
			Plan wide = new Plan("test", versions, around);
			Plan narrow = new Plan("test", (asked) -> meeting(asked, versions, around));
			assertThat(narrow.shifts(span)).as("%s in %s", spec, span).isEqualTo(wide.shifts(span));
			for (int j = 0; j < 20; j++) {
				Instant at = this.any.within(span);
				assertThat(narrow.at(at)).as("%s at %s", spec, at).isEqualTo(wide.at(at));
				assertThat(narrow.next(at, span.end())).as("%s after %s", spec, at)
					.isEqualTo(wide.next(at, span.end()));
			}
		}
	}

	// What the database would give at the least.
	private static Material meeting(Span asked, List<Version> versions, Surroundings around) {
		List<Version> meeting = new ArrayList<>();
		for (int i = 0; i < versions.size(); i++) {
			boolean over = i + 1 < versions.size() && !versions.get(i + 1).from().isAfter(asked.start());
			if (!over && versions.get(i).from().isBefore(asked.end())) {
				meeting.add(versions.get(i));
			}
		}
		return new Material(asked, meeting,
				new Surroundings(
						around.amendments().stream().filter((amendment) -> amendment.span().meets(asked)).toList(),
						around.away(), around.imports(), around.almanac()));
	}

	private static List<Shift> holding(List<Shift> shifts, Instant at) {
		return shifts.stream().filter((shift) -> shift.span().holds(at)).toList();
	}

	private static List<Shift> firstAfter(List<Shift> shifts, Instant at) {
		List<Shift> later = shifts.stream().filter((shift) -> shift.start().isAfter(at)).toList();
		return later.stream()
			.filter((shift) -> later.stream()
				.noneMatch((other) -> other.role() == shift.role() && other.start().isBefore(shift.start())))
			.toList();
	}

	private static Map<String, Spans> byPerson(List<Shift> shifts) {
		return shifts.stream()
			.collect(Collectors.groupingBy((shift) -> shift.role() + shift.person(),
					Collectors.collectingAndThen(Collectors.mapping(Shift::span, Collectors.toList()), Spans::of)));
	}

	private static Map<String, Spans> cut(Map<String, Spans> spans, Span bounds) {
		return spans.entrySet()
			.stream()
			.filter((entry) -> !entry.getValue().within(bounds).isEmpty())
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> Spans.of(entry.getValue().within(bounds))));
	}

	private static Spans covered(List<Shift> shifts) {
		return Spans.of(shifts.stream().filter((shift) -> shift.role() == Role.PRIMARY).map(Shift::span).toList());
	}

	private List<Instant> instants(Span span, List<Shift> shifts) {
		List<Instant> instants = new ArrayList<>(List.of(span.start(), span.end().minusNanos(1)));
		shifts.stream()
			.limit(15)
			.forEach((shift) -> instants
				.addAll(List.of(shift.start().minusNanos(1), shift.start(), shift.end().minusNanos(1), shift.end())));
		for (int i = 0; i < 20; i++) {
			instants.add(this.any.within(span));
		}
		return instants.stream().filter(span::holds).toList();
	}

}
