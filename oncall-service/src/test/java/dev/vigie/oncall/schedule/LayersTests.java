package dev.vigie.oncall.schedule;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.vigie.oncall.schedule.Amendment.FixedShift;
import dev.vigie.oncall.schedule.Amendment.Replacement;
import dev.vigie.oncall.schedule.Amendment.Takeover;
import dev.vigie.oncall.schedule.Plan.Away;
import dev.vigie.oncall.schedule.Plan.Surroundings;
import dev.vigie.oncall.span.Span;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Layers over each other and what lies over them, drawn hour by hour on Monday, 5 January
 * 2026, in UTC.
 */
class LayersTests {

	private static final String ALWAYS = """
			{'rotation': {'type': 'daily', 'handoff': {'time': '00:00'}, 'start': '2026-01-05', 'people': ['%s']}}""";

	private static final String FROM_TO = """
			{%s'rotation': {'type': 'daily', 'handoff': {'time': '00:00'}, 'start': '2026-01-05', 'people': ['%s']},
			 'restrictions': [{'from': '%s', 'to': '%s'}]}""";

	@Test
	void aHigherLayerCutsALowerOneWhichThenGoesOn() {
		ScheduleSpec schedule = layers(ALWAYS.formatted("a"), part("b", 9, 17));
		assertThat(drawn(schedule)).isEqualTo("aaaaaaaaabbbbbbbbaaaaaaa");
		assertThat(stints(schedule, Surroundings.NONE)).containsExactly("a 00-09", "b 09-17", "a 17-00");
	}

	@Test
	void layersOfOneLevelAreOnCallTogether() {
		assertThat(drawn(layers(part("a", 0, 12, "'level': 1, "), part("b", 6, 18, "'level': 1, "))))
			.isEqualTo("aaaaaa" + "a+b".repeat(6) + "bbbbbb......");
	}

	@Test
	void threeLevelsLieOverEachOther() {
		assertThat(drawn(layers(ALWAYS.formatted("a"), part("b", 6, 18), part("c", 8, 10))))
			.isEqualTo("aaaaaabbccbbbbbbbbaaaaaa");
	}

	@Test
	void aHigherLayerWithNobodyLetsALowerOneThrough() {
		String empty = """
				{'rotation': {'type': 'daily', 'handoff': {'time': '00:00'}, 'start': '2026-01-05', 'people': [[]]}}""";
		assertThat(drawn(layers(part("a", 6, 18), empty))).isEqualTo("......aaaaaaaaaaaa......");
	}

	@Test
	void eachRoleHasAStackOfItsOwn() {
		ScheduleSpec schedule = layers(ALWAYS.formatted("a"), part("b", 0, 0, "'role': 'backup', "));
		assertThat(drawn(schedule)).isEqualTo("a+b".repeat(24));
		assertThat(ScheduleFixtures.plan(schedule).at(at(5))).extracting(Shift::person, Shift::role)
			.containsExactly(tuple("a", Role.PRIMARY), tuple("b", Role.BACKUP));
	}

	@Test
	void anOverrideBeatsEveryLevelAndCoversGaps() {
		ScheduleSpec schedule = layers(part("a", 6, 12), part("b", 8, 10));
		assertThat(drawn(schedule, over("x", 9, 14))).isEqualTo("......aabxxxxx..........");
	}

	@Test
	void ofTwoOverridesTheLaterWins() {
		ScheduleSpec schedule = layers(ALWAYS.formatted("a"));
		assertThat(drawn(schedule, over("x", 8, 14), over("y", 10, 16))).isEqualTo("aaaaaaaaxxyyyyyyaaaaaaaa");
		assertThat(drawn(schedule, over("y", 10, 16), over("x", 8, 14))).isEqualTo("aaaaaaaaxxxxxxyyaaaaaaaa");
		assertThat(drawn(schedule, over("x", 8, 10), over("y", 10, 12))).isEqualTo("aaaaaaaaxxyyaaaaaaaaaaaa");
		assertThat(drawn(schedule, over("x", 8, 16), over("y", 10, 12))).isEqualTo("aaaaaaaaxxyyxxxxaaaaaaaa");
		assertThat(drawn(schedule, over("x", 8, 10), over("y", 8, 12))).isEqualTo("aaaaaaaayyyyaaaaaaaaaaaa");
	}

	@Test
	void anOverrideMayBeShorterThanAMinute() {
		Takeover second = new Takeover(id("x"), new Span(at(8), at(8).plusSeconds(1)), Cause.Kind.OVERRIDE,
				Role.PRIMARY, "x", null);
		Plan plan = ScheduleFixtures.plan(layers(ALWAYS.formatted("a")), around(second));
		assertThat(plan.at(at(8))).extracting(Shift::person).containsExactly("x");
		assertThat(plan.at(at(8).plusSeconds(1))).extracting(Shift::person).containsExactly("a");
	}

	@Test
	void asksInTheMiddleOfASplitShiftTellItsRealEnds() {
		Plan plan = ScheduleFixtures.plan(layers(ALWAYS.formatted("a"), part("b", 9, 17)), around(over("x", 11, 12)));
		assertThat(ScheduleFixtures.stints(plan.at(at(10)))).containsExactly(stint("b", 9, 11));
		assertThat(ScheduleFixtures.stints(plan.at(at(11)))).containsExactly(stint("x", 11, 12));
		assertThat(ScheduleFixtures.stints(plan.at(at(13)))).containsExactly(stint("b", 12, 17));
		assertThat(plan.at(at(10)).getFirst().id()).isNotEqualTo(plan.at(at(13)).getFirst().id());
	}

	@Test
	void aReplacementInsideAGroupReplacesOnlyOne() {
		String group = """
				{'rotation': {'type': 'daily', 'handoff': {'time': '00:00'}, 'start': '2026-01-05', 'people': [['a', 'b']]}}""";
		Takeover one = new Takeover(id("x"), new Span(at(8), at(10)), Cause.Kind.SWAP, Role.PRIMARY, "x", "b");
		assertThat(drawn(layers(group), one)).isEqualTo("a+b".repeat(8) + "a+x".repeat(2) + "a+b".repeat(14));
	}

	@Test
	void aTakeoverFromSomebodyWhoIsNotOnCallChangesNothing() {
		Takeover none = new Takeover(id("x"), new Span(at(8), at(10)), Cause.Kind.SWAP, Role.PRIMARY, "x", "z");
		assertThat(drawn(layers(ALWAYS.formatted("a")), none)).isEqualTo("a".repeat(24));
	}

	@Test
	void aTemporaryScheduleReplacesEverythingAndLiesBelowOverrides() {
		Replacement temporary = new Replacement(id("t"), new Span(at(6), at(18)),
				List.of(new FixedShift(new Span(at(6), at(10)), Role.PRIMARY, "x"),
						new FixedShift(new Span(at(9), at(12)), Role.PRIMARY, "y")));
		assertThat(drawn(layers(ALWAYS.formatted("a")), temporary)).isEqualTo("aaaaaaxxxx+yyy......aaaaaa");
		assertThat(drawn(layers(ALWAYS.formatted("a")), temporary, over("z", 11, 14)))
			.isEqualTo("aaaaaaxxxx+yyzzz....aaaaaa");
	}

	@Test
	void whoHasLeftIsNotOnCallAndTheOrderOfTheOthersStays() {
		ScheduleSpec schedule = ScheduleFixtures.daily("UTC", "00:00", "2026-01-05");
		Surroundings bobLeft = new Surroundings(List.of(), Map.of("bob", gone("2026-01-06T12:00:00Z", null)), Map.of(),
				Almanac.NONE);
		assertThat(ScheduleFixtures.stints(ScheduleFixtures.plan(schedule, bobLeft)
			.shifts(ScheduleFixtures.span("2026-01-05T00:00:00Z", "2026-01-10T00:00:00Z"))))
			.containsExactly(ScheduleFixtures.stint("ada", "2026-01-05T00:00:00Z", "2026-01-06T00:00:00Z"),
					ScheduleFixtures.stint("bob", "2026-01-06T00:00:00Z", "2026-01-06T12:00:00Z"),
					ScheduleFixtures.stint("cleo", "2026-01-07T00:00:00Z", "2026-01-08T00:00:00Z"),
					ScheduleFixtures.stint("ada", "2026-01-08T00:00:00Z", "2026-01-09T00:00:00Z"));
	}

	@Test
	void whoTakesOverFromSomebodyWhoHasLeftHasTheirTurns() {
		ScheduleSpec schedule = ScheduleFixtures.daily("UTC", "00:00", "2026-01-05");
		Surroundings bobLeft = new Surroundings(List.of(), Map.of("bob", gone("2026-01-06T12:00:00Z", "dora")),
				Map.of(), Almanac.NONE);
		List<Shift> shifts = ScheduleFixtures.plan(schedule, bobLeft)
			.shifts(ScheduleFixtures.span("2026-01-06T00:00:00Z", "2026-01-08T00:00:00Z"));
		assertThat(ScheduleFixtures.stints(shifts)).containsExactly(
				ScheduleFixtures.stint("bob", "2026-01-06T00:00:00Z", "2026-01-06T12:00:00Z"),
				ScheduleFixtures.stint("dora", "2026-01-06T12:00:00Z", "2026-01-07T00:00:00Z"),
				ScheduleFixtures.stint("cleo", "2026-01-07T00:00:00Z", "2026-01-08T00:00:00Z"));
		assertThat(shifts.get(1).cause()).isEqualTo(new Cause(Cause.Kind.DEPARTURE, "bob"));
	}

	@Test
	void anOverrideBySomebodyWhoHasLeftDoesNotEraseThePersonBelow() {
		Surroundings left = new Surroundings(List.of(over("x", 8, 12)), Map.of("x", gone(at(10).toString(), null)),
				Map.of(), Almanac.NONE);
		assertThat(drawn(layers(ALWAYS.formatted("a")), left)).isEqualTo("aaaaaaaaxxaaaaaaaaaaaaaa");
	}

	@Test
	void aLayerMayBeAnImportedCalendar() {
		Surroundings imported = new Surroundings(List.of(), Map.of(),
				Map.of("ops", List.of(new FixedShift(new Span(at(8), at(10)), Role.PRIMARY, "x"))), Almanac.NONE);
		assertThat(drawn(layers(ALWAYS.formatted("a"), "{'calendar': 'ops'}"), imported))
			.isEqualTo("aaaaaaaaxxaaaaaaaaaaaaaa");
	}

	@Test
	void gapsAreWhatIsLeftAfterEverything() {
		Plan plan = ScheduleFixtures.plan(layers(part("a", 6, 12), part("b", 0, 0, "'role': 'backup', ")),
				around(over("x", 10, 14)));
		Span day = new Span(at(0), at(24));
		assertThat(Gap.between(plan.cut(day), plan.roles(at(0)), day))
			.containsExactly(new Gap(Role.PRIMARY, at(0), at(6)), new Gap(Role.PRIMARY, at(14), at(24)));
	}

	private static List<Away> gone(String from, @Nullable String takesOver) {
		return List.of(new Away(new Span(Instant.parse(from), Instant.MAX), takesOver));
	}

	private static ScheduleSpec layers(String... layers) {
		return ScheduleFixtures.read("{'timeZone': 'UTC', 'layers': [%s]}".formatted(String.join(",", layers)));
	}

	private static String part(String person, int from, int to) {
		return part(person, from, to, "");
	}

	private static String part(String person, int from, int to, String more) {
		return FROM_TO.formatted(more, person, "%02d:00".formatted(from), "%02d:00".formatted(to));
	}

	private static Takeover over(String person, int from, int to) {
		return new Takeover(id(person), new Span(at(from), at(to)), Cause.Kind.OVERRIDE, Role.PRIMARY, person, null);
	}

	private static UUID id(String text) {
		return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
	}

	private static Surroundings around(Amendment... amendments) {
		return new Surroundings(List.of(amendments), Map.of(), Map.of(), Almanac.NONE);
	}

	private static String drawn(ScheduleSpec schedule, Amendment... amendments) {
		return drawn(schedule, around(amendments));
	}

	private static String drawn(ScheduleSpec schedule, Surroundings around) {
		Plan plan = ScheduleFixtures.plan(schedule, around);
		StringBuilder drawn = new StringBuilder();
		for (int hour = 0; hour < 24; hour++) {
			String people = plan.at(at(hour)).stream().map(Shift::person).collect(Collectors.joining("+"));
			drawn.append(people.isEmpty() ? "." : people);
		}
		return drawn.toString();
	}

	private static List<String> stints(ScheduleSpec schedule, Surroundings around) {
		return ScheduleFixtures.plan(schedule, around)
			.shifts(new Span(at(0), at(24)))
			.stream()
			.map((shift) -> "%s %02d-%02d".formatted(shift.person(), hour(shift.start()), hour(shift.end())))
			.toList();
	}

	private static ScheduleFixtures.Stint stint(String person, int from, int to) {
		return new ScheduleFixtures.Stint(person, at(from), at(to));
	}

	private static long hour(Instant at) {
		return Duration.between(at(0), at).toHours() % 24;
	}

	private static Instant at(int hour) {
		return Instant.parse("2026-01-05T00:00:00Z").plus(Duration.ofHours(hour));
	}

}
