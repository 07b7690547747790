package dev.vigie.escalation.roster;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.vigie.escalation.roster.OnCallClient.ContactMethodAnswer;
import dev.vigie.escalation.roster.OnCallClient.NotificationRuleAnswer;
import dev.vigie.escalation.roster.OnCallClient.PersonAnswer;
import dev.vigie.escalation.roster.OnCallClient.RuleStepAnswer;
import dev.vigie.escalation.roster.OnCallClient.WorkingHoursAnswer;
import dev.vigie.escalation.roster.Reachable.ContactMethod;
import dev.vigie.escalation.roster.Reachable.Way;
import dev.vigie.escalation.roster.Reachable.Ways;
import dev.vigie.shared.time.Delay;

import static org.assertj.core.api.Assertions.assertThat;

class ReachableTests {

	private static final Instant NOON = Instant.parse("2026-03-02T11:00:00Z");

	private static final Predicate<String> MAIL = "email"::equals;

	private static final List<ContactMethod> METHODS = List.of(new ContactMethod("work", "email", "w@example.org"),
			new ContactMethod("home", "email", "h@example.org"), new ContactMethod("mobile", "sms", "+33612345678"),
			new ContactMethod(null, "phone", "+33112345678"));

	@Test
	void isToldWhereTheyPreferWhenNothingElseIsSaid() {
		assertThat(person(METHODS).plan(Urgency.HIGH, NOON, List.of(), MAIL))
			.isEqualTo(new Ways(List.of(way("w", 0)), List.of()));
		assertThat(person(List.of(METHODS.get(2), METHODS.get(1))).plan(Urgency.HIGH, NOON, List.of(), MAIL))
			.isEqualTo(new Ways(List.of(way("h", 0)), List.of()));
	}

	@Test
	void isToldByWhatAStepChoosesAllAtOnceAndInOrder() {
		assertThat(person(METHODS, always("5m home")).plan(Urgency.HIGH, NOON, List.of("sms", "email", "phone"),
				Set.of("email", "sms")::contains))
			.isEqualTo(new Ways(List.of(new Way("sms", "+33612345678", Duration.ZERO), way("w", 0)), List.of("phone")));
	}

	@Test
	void isToldWhereTheyPreferWhenWhatAStepChoosesCannotBeSent() {
		assertThat(person(METHODS).plan(Urgency.HIGH, NOON, List.of("sms", "push"), MAIL))
			.isEqualTo(new Ways(List.of(way("w", 0)), List.of("sms", "push")));
	}

	@Test
	void isToldByTheStepsOfTheirRule() {
		assertThat(person(METHODS, always("0m home", "5m work")).plan(Urgency.HIGH, NOON, List.of(), MAIL))
			.isEqualTo(new Ways(List.of(way("h", 0), way("w", 5)), List.of()));
		assertThat(person(METHODS, always("2m home", "2m work", "9m home")).plan(Urgency.HIGH, NOON, List.of(), MAIL))
			.isEqualTo(new Ways(List.of(way("h", 2), way("w", 2)), List.of()));
	}

	@Test
	void isToldNoLaterThanTheirRuleSaysWhereItsFirstStepCannotBeSent() {
		assertThat(person(METHODS, always("0m mobile", "5m home", "9m work")).plan(Urgency.HIGH, NOON, List.of(), MAIL))
			.isEqualTo(new Ways(List.of(way("h", 0), way("w", 9)), List.of("mobile")));
		assertThat(person(METHODS, always("3m mobile", "5m gone")).plan(Urgency.HIGH, NOON, List.of(), MAIL))
			.isEqualTo(new Ways(List.of(way("w", 3)), List.of("mobile", "gone")));
	}

	@Test
	void isToldNothingWithoutAnAddressThatCanBeSentTo() {
		assertThat(person(METHODS.subList(2, 4)).plan(Urgency.HIGH, NOON, List.of(), MAIL).ways()).isEmpty();
		assertThat(person(List.of()).plan(Urgency.HIGH, NOON, List.of("email"), MAIL).ways()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "P1, HIGH", "P2, HIGH", "P3, LOW", "P4, LOW", "P5, LOW" })
	void twoSeveritiesCannotWait(String severity, Urgency urgency) {
		assertThat(Urgency.of(severity)).isEqualTo(urgency);
	}

	// Each way names the rule that counts: the first of the urgency whose hours hold on a
	// clock in Paris.
	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource({ "2026-03-02T12:00:00Z, working-hours", "2026-03-02T16:59:59Z, working-hours",
			"2026-03-02T17:00:00Z, off-hours", "2026-03-02T08:00:00Z, working-hours", "2026-03-02T07:59:59Z, off-hours",
			"2026-03-02T20:59:59Z, off-hours", "2026-03-02T21:00:00Z, nights", "2026-03-03T05:59:59Z, nights",
			"2026-03-03T06:00:00Z, off-hours", "2026-03-07T12:00:00Z, weekends", "2026-03-07T22:00:00Z, nights",
			// the night on which an hour is left out: 02:00 becomes 03:00 at 01:00Z
			"2026-03-28T20:59:59Z, weekends", "2026-03-28T21:00:00Z, nights", "2026-03-29T00:59:59Z, nights",
			"2026-03-29T01:00:00Z, nights", "2026-03-29T04:59:59Z, nights", "2026-03-29T05:00:00Z, weekends",
			"2026-03-29T19:59:59Z, weekends", "2026-03-29T20:00:00Z, nights", "2026-03-30T07:00:00Z, working-hours",
			"2026-03-30T15:59:59Z, working-hours", "2026-03-30T16:00:00Z, off-hours",
			// the night on which an hour comes twice: 03:00 becomes 02:00 at 01:00Z
			"2026-10-24T19:59:59Z, weekends", "2026-10-24T20:00:00Z, nights", "2026-10-25T00:30:00Z, nights",
			"2026-10-25T01:30:00Z, nights", "2026-10-25T05:59:59Z, nights", "2026-10-25T06:00:00Z, weekends",
			"2026-10-25T20:59:59Z, weekends", "2026-10-25T21:00:00Z, nights", "2026-10-26T07:59:59Z, off-hours",
			"2026-10-26T08:00:00Z, working-hours" })
	void theFirstRuleOfTheUrgencyThatHoldsOnTheirOwnClockCounts(Instant at, String expected) {
		Reachable person = person(METHODS, rule("low", "always", "0m low"), rule("high", "nights", "0m nights"),
				rule("high", "weekends", "0m weekends"), rule("high", "working-hours", "0m working-hours"),
				rule("high", "off-hours", "0m off-hours"));
		assertThat(person.plan(Urgency.HIGH, at, List.of(), MAIL).unavailable()).containsExactly(expected);
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource({ "2026-03-28T20:59:59Z, false", "2026-03-28T21:00:00Z, true", "2026-03-29T01:00:00Z, true",
			"2026-03-29T03:59:59Z, true", "2026-03-29T04:00:00Z, false", "2026-10-24T20:00:00Z, true",
			"2026-10-25T00:30:00Z, true", "2026-10-25T01:30:00Z, true", "2026-10-25T04:59:59Z, true",
			"2026-10-25T05:00:00Z, false", "2026-10-25T21:30:00Z, false" })
	void aShiftOverMidnightLastsUntilItsEndOnTheClock(Instant at, boolean works) {
		Reachable person = reachable(METHODS, List.of(new WorkingHoursAnswer(List.of("saturday"), "22:00", "06:00")),
				List.of(rule("high", "working-hours", "0m at-work")));
		assertThat(person.plan(Urgency.HIGH, at, List.of(), MAIL).unavailable().contains("at-work")).isEqualTo(works);
	}

	@Test
	void whatIsNotUnderstoodKeepsNobodyFromBeingTold() {
		Reachable person = reachable(METHODS,
				List.of(new WorkingHoursAnswer(null, "25:00", "26:00"),
						new WorkingHoursAnswer(List.of("someday"), "09:00", "18:00"),
						new WorkingHoursAnswer(null, "09:00", "24:00")),
				List.of(rule("high", "full-moon", "0m home"), rule("medium", "always", "0m home"),
						rule("high", "always"), rule("high", "working-hours", "0m home")));
		assertThat(person.plan(Urgency.HIGH, NOON, List.of(), MAIL).ways()).containsExactly(way("h", 0));
		assertThat(person.plan(Urgency.HIGH, Instant.parse("2026-03-02T22:59:59Z"), List.of(), MAIL).ways())
			.containsExactly(way("h", 0));
		assertThat(person.plan(Urgency.HIGH, Instant.parse("2026-03-02T23:00:00Z"), List.of(), MAIL).ways())
			.containsExactly(way("w", 0));
	}

	@Test
	void whoHasAnyAddressThatCanBeSentToIsToldInTime() {
		Random random = new Random(42);
		List<String> types = List.of("email", "sms", "phone", "push", "webhook");
		List<String> names = List.of("a", "b", "c", "email", "sms", "gone");
		List<String> during = List.of("always", "working-hours", "off-hours", "nights", "weekends", "never");
		for (int round = 0; round < 20_000; round++) {
			List<ContactMethod> methods = some(random, 4)
				.map((_) -> new ContactMethod(random.nextBoolean() ? one(random, names) : null, one(random, types),
						"address" + random.nextInt(4)))
				.toList();
			List<NotificationRuleAnswer> rules = some(random, 4).map((_) -> rule(one(random, List.of("high", "low")),
					one(random, during),
					some(random, 4).map((_) -> random.nextInt(9) + "m " + one(random, names)).toArray(String[]::new)))
				.toList();
			Set<String> sent = Set.copyOf(some(random, 3).map((_) -> one(random, types)).distinct().toList());
			List<String> via = random.nextBoolean() ? List.of()
					: some(random, 3).map((_) -> one(random, types)).toList();
			Ways ways = reachable(methods, List.of(new WorkingHoursAnswer(null, "09:00", "18:00")), rules).plan(
					Urgency.values()[random.nextInt(2)], NOON.plusSeconds(random.nextInt(365 * 86_400)), via,
					sent::contains);
			if (methods.stream().anyMatch((method) -> sent.contains(method.type()))) {
				assertThat(ways.ways()).isNotEmpty();
			}
			assertThat(ways.ways()).allMatch((way) -> sent.contains(way.type()))
				.isSortedAccordingTo((one, other) -> one.delay().compareTo(other.delay()));
			assertThat(ways.ways().stream().map(Way::address)).doesNotHaveDuplicates();
			if (!via.isEmpty()) {
				assertThat(ways.ways()).allMatch((way) -> way.delay().isZero());
			}
		}
	}

	private static Stream<Integer> some(Random random, int most) {
		List<Integer> some = new ArrayList<>();
		for (int count = random.nextInt(most + 1); count > 0; count--) {
			some.add(count);
		}
		return some.stream();
	}

	private static <T> T one(Random random, List<T> all) {
		return all.get(random.nextInt(all.size()));
	}

	private static Way way(String mailbox, long minutes) {
		return new Way("email", mailbox + "@example.org", Duration.ofMinutes(minutes));
	}

	private static NotificationRuleAnswer always(String... steps) {
		return rule("high", "always", steps);
	}

	private static NotificationRuleAnswer rule(String urgency, String during, String... steps) {
		return new NotificationRuleAnswer(urgency, during,
				Stream.of(steps)
					.map((step) -> step.split(" "))
					.map((step) -> new RuleStepAnswer(new Delay(step[0]), step[1]))
					.toList());
	}

	private static Reachable person(List<ContactMethod> methods, NotificationRuleAnswer... rules) {
		return reachable(methods, List.of(new WorkingHoursAnswer(null, "09:00", "18:00")), List.of(rules));
	}

	private static Reachable reachable(List<ContactMethod> methods, List<WorkingHoursAnswer> hours,
			List<NotificationRuleAnswer> rules) {
		PersonAnswer person = new PersonAnswer("ada", "Ada", "en", "Europe/Paris",
				methods.stream()
					.map((method) -> new ContactMethodAnswer(method.name(), method.type(), method.address()))
					.toList(),
				hours, rules, null);
		return new Reachable("ada", "Ada", Locale.ENGLISH, ZoneId.of("Europe/Paris"), methods, Habits.of(person));
	}

}
