package dev.vigie.oncall.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import dev.vigie.oncall.rotation.Handoff;
import dev.vigie.oncall.rotation.Rotation;
import dev.vigie.oncall.rotation.Rotation.Type;
import dev.vigie.oncall.rotation.Slot;
import dev.vigie.oncall.schedule.Plan.Surroundings;
import dev.vigie.oncall.span.Span;

final class ScheduleFixtures {

	private ScheduleFixtures() {
	}

	/**
	 * Mondays at nine in Paris, from 5 January 2026: ada, bob, cleo.
	 */
	static ScheduleSpec mondaysInParis() {
		return weekly("Europe/Paris", "09:00", "monday", "2026-01-05");
	}

	static ScheduleSpec weekly(String zone, String time, String day, String start) {
		return of(zone, rotation(Type.WEEKLY, 1, new Handoff(time, day), LocalDate.parse(start), null,
				List.of("ada", "bob", "cleo")));
	}

	static ScheduleSpec daily(String zone, String time, String start) {
		return of(zone, rotation(Type.DAILY, 1, new Handoff(time, null), LocalDate.parse(start), null,
				List.of("ada", "bob", "cleo")));
	}

	static ScheduleSpec every(int every, ScheduleSpec schedule) {
		Rotation plain = rotation(schedule);
		return of(schedule.timeZone(), new Rotation(plain.type(), every, null, null, null, plain.handoff(), null,
				plain.start(), null, plain.until(), plain.people()));
	}

	static ScheduleSpec until(String until, ScheduleSpec schedule) {
		Rotation plain = rotation(schedule);
		return of(schedule.timeZone(), new Rotation(plain.type(), plain.every(), null, null, null, plain.handoff(),
				null, plain.start(), null, LocalDate.parse(until), plain.people()));
	}

	/**
	 * Reads a schedule.
	 * @param written JSON with ' for "
	 */
	static ScheduleSpec read(String written) {
		ScheduleSpec spec = JsonMapper.shared().readValue(written.replace('\'', '"'), ScheduleSpec.class);
		if (!spec.contradictions().isEmpty()) {
			throw new IllegalArgumentException(spec.contradictions().toString());
		}
		return spec;
	}

	static Rotation rotation(Type type, int every, Handoff handoff, LocalDate start, @Nullable LocalDate until,
			List<String> people) {
		return new Rotation(type, every, null, null, null, handoff, null, start, null, until,
				people.stream().map((person) -> new Slot(List.of(person))).toList());
	}

	static ScheduleSpec of(String zone, Rotation rotation) {
		return new ScheduleSpec(null, zone, null, null, null, List.of(layer(rotation)));
	}

	static Layer layer(Rotation rotation) {
		return new Layer(null, null, null, rotation, null, null);
	}

	static Rotation rotation(ScheduleSpec schedule) {
		return Objects.requireNonNull(schedule.layers().getFirst().rotation());
	}

	/**
	 * The plan of a schedule that was never changed and over which nothing lies.
	 */
	static Plan plan(ScheduleSpec schedule) {
		return plan(schedule, Surroundings.NONE);
	}

	static Plan plan(ScheduleSpec schedule, Surroundings around) {
		return new Plan("test", List.of(new Version(1, Instant.EPOCH, schedule, Map.of())), around);
	}

	static Span span(String from, String to) {
		return new Span(Instant.parse(from), Instant.parse(to));
	}

	static List<Stint> stints(List<Shift> shifts) {
		return shifts.stream().map((shift) -> new Stint(shift.person(), shift.start(), shift.end())).toList();
	}

	static Stint stint(String person, String start, String end) {
		return new Stint(person, Instant.parse(start), Instant.parse(end));
	}

	/**
	 * Who from when to when.
	 */
	record Stint(String person, Instant start, Instant end) {
	}

}
