package dev.vigie.oncall.schedule;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.vigie.oncall.schedule.Rotation.Handoff;
import dev.vigie.oncall.schedule.Rotation.Type;
import dev.vigie.oncall.schedule.ScheduleSpec.Layer;

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
		return of(zone, new Rotation(Type.WEEKLY, 1, new Handoff(time, day), LocalDate.parse(start), null,
				List.of("ada", "bob", "cleo")));
	}

	static ScheduleSpec daily(String zone, String time, String start) {
		return of(zone, new Rotation(Type.DAILY, 1, new Handoff(time, null), LocalDate.parse(start), null,
				List.of("ada", "bob", "cleo")));
	}

	static ScheduleSpec every(int every, ScheduleSpec schedule) {
		Rotation plain = rotation(schedule);
		return of(schedule.timeZone(),
				new Rotation(plain.type(), every, plain.handoff(), plain.start(), plain.until(), plain.people()));
	}

	static ScheduleSpec until(@Nullable String until, ScheduleSpec schedule) {
		Rotation plain = rotation(schedule);
		return of(schedule.timeZone(), new Rotation(plain.type(), plain.every(), plain.handoff(), plain.start(),
				(until != null) ? LocalDate.parse(until) : null, plain.people()));
	}

	static ScheduleSpec of(String zone, Rotation rotation) {
		return new ScheduleSpec(null, zone, List.of(new Layer(rotation)));
	}

	static Rotation rotation(ScheduleSpec schedule) {
		return schedule.layers().getFirst().rotation();
	}

}
