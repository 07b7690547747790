package dev.vigie.escalation.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.vigie.shared.problem.Conflict;
import dev.vigie.shared.problem.Invalid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CastTests {

	private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

	private static final List<String> PEOPLE = List.of("ada", "grace", "linus");

	private final List<Holding> present = new ArrayList<>();

	@ParameterizedTest
	@CsvSource({ "COMMANDER", "COMMUNICATIONS", "SCRIBE" })
	void aRoleForOneIsTakenByOne(Role role) {
		play((cast) -> cast.give(role, "ada", null), "ada");
		play((cast) -> cast.give(role, "ada", null), "ada");
		assertThat(holders(role)).containsExactly("ada");
		assertThatExceptionOfType(Conflict.class).isThrownBy(() -> cast().give(role, "grace", null))
			.withMessageContaining("held by ada");
	}

	@Test
	void expertsAndObserversAreAsManyAsLike() {
		play((cast) -> cast.give(Role.EXPERT, "ada", "database"), "ada");
		play((cast) -> cast.give(Role.EXPERT, "ada", "network"), "ada");
		play((cast) -> cast.give(Role.EXPERT, "grace", "database"), "ada");
		play((cast) -> cast.give(Role.OBSERVER, "ada", null), "ada");
		play((cast) -> cast.give(Role.OBSERVER, "linus", null), "linus");
		assertThat(this.present).hasSize(5);
	}

	@Test
	void whatIsHandedOverTwiceIsHandedOverOnce() {
		play((cast) -> cast.give(Role.COMMANDER, "ada", null), "ada");
		play((cast) -> cast.handOver(Role.COMMANDER, "ada", "grace", null), "ada");
		assertThat(cast().handOver(Role.COMMANDER, "ada", "grace", null).isNothing()).isTrue();
		assertThat(holders(Role.COMMANDER)).containsExactly("grace");
	}

	@Test
	void whoHandsOverToThemselvesKeepsTheRole() {
		play((cast) -> cast.give(Role.COMMANDER, "ada", null), "ada");
		play((cast) -> cast.handOver(Role.COMMANDER, "ada", "ada", null), "ada");
		assertThat(holders(Role.COMMANDER)).containsExactly("ada");
	}

	@Test
	void nobodyHandsOverWhatTheyDoNotHold() {
		assertThatExceptionOfType(Conflict.class)
			.isThrownBy(() -> cast().handOver(Role.COMMANDER, "ada", "grace", null))
			.withMessageContaining("held by nobody");
		play((cast) -> cast.give(Role.COMMANDER, "linus", null), "linus");
		assertThatExceptionOfType(Conflict.class)
			.isThrownBy(() -> cast().handOver(Role.COMMANDER, "ada", "grace", null))
			.withMessageContaining("held by linus");
	}

	@Test
	void anExpertHandsOverOneSubjectOrAll() {
		play((cast) -> cast.give(Role.EXPERT, "ada", "database"), "ada");
		play((cast) -> cast.give(Role.EXPERT, "ada", "network"), "ada");
		play((cast) -> cast.give(Role.EXPERT, "grace", "network"), "grace");
		play((cast) -> cast.handOver(Role.EXPERT, "ada", "grace", "network"), "ada");
		assertThat(holders(Role.EXPERT)).containsExactlyInAnyOrder("ada", "grace");
		play((cast) -> cast.handOver(Role.EXPERT, "ada", "grace", null), "ada");
		assertThat(holders(Role.EXPERT)).containsExactlyInAnyOrder("grace", "grace");
	}

	@Test
	void whoRelievesAnotherFollowsThem() {
		play((cast) -> cast.give(Role.COMMANDER, "ada", null), "ada");
		play((cast) -> cast.relieve(Role.COMMANDER, "ada", "grace", null), "grace");
		assertThat(holders(Role.COMMANDER)).containsExactly("grace");
		assertThat(cast().relieve(Role.COMMANDER, "ada", "grace", null).isNothing()).isTrue();
		assertThatExceptionOfType(Conflict.class).isThrownBy(() -> cast().relieve(Role.COMMANDER, "ada", "linus", null))
			.withMessageContaining("held by grace");
	}

	@Test
	void whoRelievesThemselvesStepsDown() {
		play((cast) -> cast.give(Role.COMMANDER, "ada", null), "ada");
		play((cast) -> cast.relieve(Role.COMMANDER, "ada", "ada", null), "ada");
		play((cast) -> cast.relieve(Role.COMMANDER, "ada", "ada", null), "ada");
		assertThat(this.present).isEmpty();
	}

	@Test
	void whoRelievesAnObserverIsNone() {
		play((cast) -> cast.give(Role.OBSERVER, "ada", null), "ada");
		play((cast) -> cast.relieve(Role.OBSERVER, "ada", "grace", null), "grace");
		assertThat(this.present).isEmpty();
	}

	@Test
	void onlyExpertsHaveASubject() {
		assertThat(Role.EXPERT.subject(" database ")).isEqualTo("database");
		assertThatExceptionOfType(Invalid.class).isThrownBy(() -> Role.EXPERT.subject(" "))
			.withMessageStartingWith("subject");
		assertThatExceptionOfType(Invalid.class).isThrownBy(() -> Role.COMMANDER.subject("x"))
			.withMessageStartingWith("subject");
		assertThatExceptionOfType(Invalid.class).isThrownBy(() -> Role.of("captain"))
			.withMessageContaining("commander, communications, scribe, expert, observer");
	}

	@Test
	void whateverPeopleDoARoleForOneIsHeldByAtMostOneAndNothingTwice() {
		Random random = new Random(5);
		for (int command = 0; command < 20_000; command++) {
			Role role = Role.values()[random.nextInt(5)];
			String by = PEOPLE.get(random.nextInt(3));
			String other = PEOPLE.get(random.nextInt(3));
			String subject = (role == Role.EXPERT) ? List.of("database", "network").get(random.nextInt(2)) : null;
			int what = random.nextInt(3);
			try {
				play((cast) -> switch (what) {
					case 0 -> cast.give(role, other, subject);
					case 1 -> cast.handOver(role, by, other, subject);
					default -> cast.relieve(role, other, by, subject);
				}, by);
			}
			catch (Conflict conflict) {
				assertThat(conflict).hasMessageContaining("is held by");
			}
			for (Role one : List.of(Role.COMMANDER, Role.COMMUNICATIONS, Role.SCRIBE)) {
				assertThat(holders(one)).hasSizeLessThanOrEqualTo(1);
			}
			assertThat(this.present.stream().map((holding) -> holding.role() + holding.person() + holding.subject()))
				.doesNotHaveDuplicates();
		}
	}

	private Cast cast() {
		return new Cast("INC-1", this.present);
	}

	private void play(Function<Cast, Turnover> command, String by) {
		Turnover turnover = command.apply(cast());
		this.present.removeAll(turnover.ended());
		turnover.begun().forEach((holding) -> this.present.add(holding.given(by, null, NOON)));
	}

	private List<String> holders(Role role) {
		return this.present.stream().filter((holding) -> holding.role() == role).map(Holding::person).toList();
	}

}
