package dev.vigie.oncall.schedule;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.TimeZone;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.vigie.oncall.rotation.Handoff;
import dev.vigie.oncall.rotation.Rotation;
import dev.vigie.oncall.rotation.Rotation.Type;
import dev.vigie.oncall.schedule.ScheduleFixtures.Stint;
import dev.vigie.oncall.span.Span;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for every schedule, tried on many, on machines of several time zones.
 */
class PlanPropertyTests {

	private static final long SEED = 20261121;

	private static final int SCHEDULES = 400;

	private static final List<String> ZONES = List.of("Europe/Paris", "America/Chicago", "Australia/Lord_Howe",
			"Pacific/Apia", "Asia/Kolkata", "UTC");

	private final TimeZone machine = TimeZone.getDefault();

	private final Random random = new Random(SEED);

	@AfterEach
	void giveTheMachineItsZoneBack() {
		TimeZone.setDefault(this.machine);
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTC", "Europe/Paris", "America/Chicago", "Australia/Lord_Howe", "Pacific/Apia" })
	void pointAndRangeAgreeAtEveryInstant(String machineZone) {
		TimeZone.setDefault(TimeZone.getTimeZone(machineZone));
		for (int i = 0; i < SCHEDULES; i++) {
			ScheduleSpec schedule = anySchedule();
			Span window = anyWindow(schedule);
			List<Shift> range = ScheduleFixtures.plan(schedule).shifts(window);
			for (Instant at : instants(window, range)) {
				assertThat(ScheduleFixtures.plan(schedule).at(at)).as("%s at %s", schedule, at)
					.isEqualTo(range.stream().filter((shift) -> holds(shift, at)).toList());
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTC", "Europe/Paris", "America/Chicago", "Australia/Lord_Howe", "Pacific/Apia" })
	void shiftsCoverFromStartToUntilWithoutHoleOrOverlap(String machineZone) {
		TimeZone.setDefault(TimeZone.getTimeZone(machineZone));
		for (int i = 0; i < SCHEDULES; i++) {
			ScheduleSpec schedule = anySchedule();
			Rotation rotation = ScheduleFixtures.rotation(schedule);
			Instant start = handoff(schedule, rotation.start());
			Instant end = (rotation.until() != null) ? handoff(schedule, rotation.until())
					: start.plus(Duration.ofDays(500));
			List<Shift> shifts = ScheduleFixtures.plan(schedule)
				.shifts(new Span(start.minus(Duration.ofDays(40)), end));
			assertThat(shifts.getFirst().start()).as("%s", schedule).isEqualTo(start);
			for (int j = 1; j < shifts.size(); j++) {
				assertThat(shifts.get(j).start()).as("%s", schedule)
					.isEqualTo(shifts.get(j - 1).end())
					.isAfter(shifts.get(j - 1).start());
			}
			if (rotation.until() != null) {
				assertThat(shifts.getLast().end()).as("%s", schedule).isEqualTo(end);
			}
			else {
				assertThat(shifts.getLast().end()).as("%s", schedule).isAfterOrEqualTo(end);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTC", "Pacific/Apia" })
	void arithmeticComesToTheSameAsWalkingDayByDay(String machineZone) {
		TimeZone.setDefault(TimeZone.getTimeZone(machineZone));
		for (int i = 0; i < SCHEDULES; i++) {
			ScheduleSpec schedule = anySchedule();
			Span window = anyWindow(schedule);
			assertThat(ScheduleFixtures.stints(ScheduleFixtures.plan(schedule).shifts(window)))
				.as("%s in %s", schedule, window)
				.isEqualTo(walk(schedule, window));
		}
	}

	private static List<Stint> walk(ScheduleSpec schedule, Span window) {
		Rotation rotation = ScheduleFixtures.rotation(schedule);
		Instant end = (rotation.until() != null) ? handoff(schedule, rotation.until()) : Instant.MAX;
		DayOfWeek day = day(rotation);
		List<Stint> shifts = new ArrayList<>();
		LocalDate date = rotation.start();
		for (int turn = 0; handoff(schedule, date).isBefore(window.end()); turn++) {
			LocalDate next = date.plusDays(1);
			for (int unit = 0; unit < Objects.requireNonNull(rotation.every()); unit++, next = next.plusDays(1)) {
				while (day != null && next.getDayOfWeek() != day) {
					next = next.plusDays(1);
				}
			}
			next = next.minusDays(1);
			Instant until = handoff(schedule, next).isBefore(end) ? handoff(schedule, next) : end;
			Stint shift = new Stint(rotation.people().get(turn % rotation.people().size()).people().getFirst(),
					handoff(schedule, date), until);
			if (shift.start().isBefore(shift.end()) && shift.end().isAfter(window.start())) {
				shifts.add(shift);
			}
			date = next;
		}
		return shifts;
	}

	private ScheduleSpec anySchedule() {
		Type type = this.random.nextBoolean() ? Type.DAILY : Type.WEEKLY;
		String day = (type == Type.WEEKLY) ? DayOfWeek.of(1 + this.random.nextInt(7)).name().toLowerCase(Locale.ROOT)
				: null;
		// Half of the hand-offs lie in the hours when clocks change.
		LocalTime time = LocalTime.of(this.random.nextBoolean() ? this.random.nextInt(5) : this.random.nextInt(24),
				15 * this.random.nextInt(4));
		LocalDate start = LocalDate.of(2009, 1, 1).plusDays(this.random.nextInt(8000));
		LocalDate until = this.random.nextBoolean() ? start.plusDays(1 + this.random.nextInt(500)) : null;
		List<String> people = IntStream.rangeClosed(0, this.random.nextInt(5)).mapToObj((i) -> "person-" + i).toList();
		return ScheduleFixtures.of(ZONES.get(this.random.nextInt(ZONES.size())), ScheduleFixtures.rotation(type,
				1 + this.random.nextInt(4), new Handoff(time.toString(), day), start, until, people));
	}

	// Often around a change of offset, sometimes before the start.
	private Span anyWindow(ScheduleSpec schedule) {
		ZoneId zone = schedule.clock().zone();
		Instant near = ScheduleFixtures.rotation(schedule)
			.start()
			.atStartOfDay(zone)
			.toInstant()
			.plus(Duration.ofHours(this.random.nextInt(24 * 700) - 300));
		if (this.random.nextBoolean() && zone.getRules().nextTransition(near) != null) {
			near = zone.getRules().nextTransition(near).getInstant().minus(Duration.ofHours(this.random.nextInt(72)));
		}
		return new Span(near, near.plus(Duration.ofMinutes(1 + this.random.nextInt(60 * 24 * 40))));
	}

	private List<Instant> instants(Span window, List<Shift> shifts) {
		List<Instant> instants = new ArrayList<>(List.of(window.start(), window.end().minusNanos(1)));
		for (Shift shift : shifts) {
			instants
				.addAll(List.of(shift.start().minusNanos(1), shift.start(), shift.end().minusNanos(1), shift.end()));
		}
		long millis = Duration.between(window.start(), window.end()).toMillis();
		for (int i = 0; i < 30; i++) {
			instants.add(window.start().plusMillis(this.random.nextLong(millis)));
		}
		return instants.stream().filter((at) -> !at.isBefore(window.start()) && at.isBefore(window.end())).toList();
	}

	private static boolean holds(Shift shift, Instant at) {
		return !at.isBefore(shift.start()) && at.isBefore(shift.end());
	}

	private static Instant handoff(ScheduleSpec schedule, LocalDate date) {
		LocalTime time = LocalTime.parse(ScheduleFixtures.rotation(schedule).handoff().time());
		ZoneOffsetTransition jump = schedule.clock().zone().getRules().getTransition(date.atTime(time));
		return (jump != null && jump.isGap()) ? jump.getInstant()
				: ZonedDateTime.of(date, time, schedule.clock().zone()).toInstant();
	}

	private static @Nullable DayOfWeek day(Rotation rotation) {
		String day = rotation.handoff().day();
		return (day != null) ? DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)) : null;
	}

}
