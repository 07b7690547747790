package dev.vigie.oncall.schedule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

import dev.vigie.oncall.schedule.Plan.Surroundings;
import dev.vigie.oncall.span.Span;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The schedules of the organisations in {@code examples}, every quarter of an hour of a
 * year, against what their documents say, worked out another way.
 */
class OrganisationsTests {

	private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

	private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

	/**
	 * Those of France in 2026, from the law and the date of Easter, 5 April.
	 */
	private static final Set<LocalDate> HOLIDAYS = Set.of(day(1, 1), day(4, 6), day(5, 1), day(5, 8), day(5, 14),
			day(5, 25), day(7, 14), day(8, 15), day(11, 1), day(11, 11), day(12, 25));

	private static final List<String> REWAPP = List.of("amina", "bruno", "chloe", "driss");

	@Test
	void rewappHandsOverOnMondaysAtNineWithABackup() {
		Plan primary = plan("rewapp", "rewapp-primary");
		everyQuarter(PARIS, (at) -> {
			int week = week(at, LocalDate.parse("2026-01-05"), LocalTime.of(9, 0));
			boolean begun = week >= 0;
			assertThat(people(primary, at)).as("%s", at)
				.isEqualTo(begun ? Map.of(Role.PRIMARY, Set.of(REWAPP.get(week % 4)), Role.BACKUP,
						Set.of(REWAPP.get((week + 1) % 4))) : Map.of());
		});
	}

	@Test
	void rewappHasItsWholeTeamInBusinessHours() {
		Plan hours = plan("rewapp", "rewapp-hours");
		everyQuarter(PARIS, (at) -> {
			int week = week(at, LocalDate.parse("2026-01-05"), LocalTime.of(9, 0));
			if (week < 0) {
				assertThat(hours.at(at.toInstant())).isEmpty();
				return;
			}
			assertThat(people(hours, at)).as("%s", at)
				.isEqualTo(Map.of(Role.PRIMARY, isOfficeHour(at) ? Set.copyOf(REWAPP) : Set.of(REWAPP.get(week % 4)),
						Role.BACKUP, Set.of(REWAPP.get((week + 1) % 4))));
		});
	}

	@Test
	void koprogoHasAnSreAndALead() {
		Plan plan = plan("koprogo", "koprogo-sre");
		everyQuarter(BRUSSELS, (at) -> {
			int week = week(at, LocalDate.parse("2025-11-10"), LocalTime.of(9, 0));
			assertThat(people(plan, at)).as("%s", at)
				.isEqualTo(Map.of(Role.PRIMARY, Set.of((week % 2 == 0) ? "lotte" : "maxime"), Role.MANAGER,
						Set.of("nora")));
		});
	}

	@Test
	void symphoniaHandsOverOnFridayEvenings() {
		Plan plan = plan("symphonia", "symphonia-devops");
		List<String> team = List.of("paul", "quentin", "rania");
		everyQuarter(PARIS, (at) -> {
			int week = week(at, LocalDate.parse("2026-01-02"), LocalTime.of(18, 0));
			Set<String> expected = isOfficeHour(at) ? Set.copyOf(team)
					: (week >= 0) ? Set.of(team.get(week % 3)) : Set.of();
			Map<Role, Set<String>> onCall = people(plan, at);
			assertThat(onCall.getOrDefault(Role.PRIMARY, Set.of())).as("%s", at).isEqualTo(expected);
			assertThat(onCall.get(Role.MANAGER)).as("%s", at).isEqualTo(Set.of("sofia"));
		});
	}

	@Test
	void theirShiftsOfAYearLeaveNoHole() {
		Span year = new Span(Instant.parse("2026-01-05T08:00:00Z"), Instant.parse("2027-01-05T08:00:00Z"));
		for (String name : List.of("rewapp-primary", "rewapp-hours")) {
			Plan plan = plan("rewapp", name);
			assertThat(Gap.between(plan.cut(year), plan.roles(year.start()), year)).as(name).isEmpty();
		}
	}

	// On the wall clock, as somebody with a paper calendar would count.
	private static int week(ZonedDateTime at, LocalDate first, LocalTime handoff) {
		LocalDate day = at.toLocalTime().isBefore(handoff) ? at.toLocalDate().minusDays(1) : at.toLocalDate();
		return Math.floorDiv((int) (day.toEpochDay() - first.toEpochDay()), 7);
	}

	private static boolean isOfficeHour(ZonedDateTime at) {
		boolean weekend = at.getDayOfWeek() == DayOfWeek.SATURDAY || at.getDayOfWeek() == DayOfWeek.SUNDAY;
		return !weekend && !HOLIDAYS.contains(at.toLocalDate()) && at.getHour() >= 9 && at.getHour() < 18;
	}

	private static void everyQuarter(ZoneId zone, Consumer<ZonedDateTime> check) {
		Instant end = LocalDate.of(2027, 1, 1).atStartOfDay(zone).toInstant();
		for (Instant at = LocalDate.of(2026, 1, 1).atStartOfDay(zone).toInstant(); at
			.isBefore(end); at = at.plusSeconds(900)) {
			check.accept(at.atZone(zone));
		}
	}

	private static Map<Role, Set<String>> people(Plan plan, ZonedDateTime at) {
		return plan.at(at.toInstant())
			.stream()
			.collect(Collectors.groupingBy(Shift::role, Collectors.mapping(Shift::person, Collectors.toSet())));
	}

	private static LocalDate day(int month, int day) {
		return LocalDate.of(2026, month, day);
	}

	private static Plan plan(String organisation, String schedule) {
		return StreamSupport.stream(new Yaml().loadAll(read(organisation)).spliterator(), false)
			.map((document) -> (Map<?, ?>) document)
			.filter((document) -> document.get("metadata") instanceof Map<?, ?> metadata
					&& schedule.equals(metadata.get("name")))
			.map((document) -> plan(document.get("spec")))
			.findFirst()
			.orElseThrow();
	}

	// A date without quotes stays what is written, as for whoever applies the folder.
	private static String read(String organisation) {
		try {
			return Files.readString(Path.of("../examples", organisation, "schedules.yaml"))
				.replaceAll(": (\\d{4}-\\d\\d-\\d\\d)", ": \"$1\"");
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	private static Plan plan(Object spec) {
		ScheduleSpec schedule = ScheduleFixtures.read(JsonMapper.shared().writeValueAsString(spec));
		return ScheduleFixtures.plan(schedule, new Surroundings(List.of(), Map.of(), Map.of(), new PublicHolidays()));
	}

}
