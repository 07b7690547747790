package dev.vigie.escalation.handoff;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.vigie.escalation.roster.Rota;
import dev.vigie.escalation.roster.Rota.Turn;

import static org.assertj.core.api.Assertions.assertThat;

class ShiftChangesTests {

	private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

	private static final Instant FAR_AHEAD = Instant.parse("2027-01-01T00:00:00Z");

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|',
			textBlock = """
					one follows another          | ada 8-16, bob 16-24                | 8: -> ada until 16; 16: ada (since 8) -> bob until 24
					the same person stays        | ada 8-16, ada 16-24                | 8: -> ada until 24
					the same person comes back   | ada 8-12, ada 14-18                | 8: -> ada until 12; 14: -> ada until 18
					nobody was on call before    | ada 8-12, bob 14-18                | 8: -> ada until 12; 14: -> bob until 18
					an override in the middle    | ada 8-12, linus 12-14, ada 14-20   | 8: -> ada until 12; 12: ada (since 8) -> linus until 14; 14: linus (since 12) -> ada until 20
					an override at the start     | linus 8-10, ada 10-16              | 8: -> linus until 10; 10: linus (since 8) -> ada until 16
					two override each other      | ada 8-10, bob 10-11, linus 11-12   | 8: -> ada until 10; 10: ada (since 8) -> bob until 11; 11: bob (since 10) -> linus until 12
					turns of one person touch    | ada 8-10, ada 10-12, bob 12-14, bob 14-20 | 8: -> ada until 12; 12: ada (since 8) -> bob until 20
					two follow one               | ada 8-12, bob 12-16, cleo 12-18    | 8: -> ada until 12; 12: ada (since 8) -> bob+cleo until 18
					one of two stays             | ada 8-12, bob 8-16, cleo 12-16     | 8: -> ada+bob until 16; 12: ada (since 8) -> cleo until 16
					one joins                    | ada 8-16, bob 12-16                | 8: -> ada until 16; 12: -> bob until 16
					one leaves                   | ada 8-16, bob 8-12                 | 8: -> ada+bob until 16
					a turn is there twice        | ada 8-12, ada 8-12, bob 12-14      | 8: -> ada until 12; 12: ada (since 8) -> bob until 14
					the last one goes            | ada 8-16                           | 8: -> ada until 16
					""")
	void areFoundWhen(String when, String turns, String expected) {
		Rota rota = rota(Stream.of(turns.split(", ")).map((turn) -> turn("primary", turn)).toArray(Turn[]::new));
		assertThat(ShiftChanges.of(rota, LONG_AGO, FAR_AHEAD).stream().map(ShiftChangesTests::text))
			.containsExactly(expected.split("; "));
	}

	@Test
	void areThoseOfEachRoleAlone() {
		Rota rota = rota(turn("primary", "ada 8-12"), turn("primary", "bob 12-16"), turn("backup", "bob 8-12"),
				turn("backup", "ada 12-16"), turn("shadow", "cleo 8-16"));
		assertThat(
				ShiftChanges.of(rota, hour(8), FAR_AHEAD).stream().map((change) -> change.role() + " " + text(change)))
			.containsExactly("backup 12: bob (since 8) -> ada until 16", "primary 12: ada (since 8) -> bob until 16");
	}

	@Test
	void areThoseAfterOneInstantAndUpToAnother() {
		Rota rota = rota(turn("primary", "ada 8-12"), turn("primary", "bob 12-16"), turn("primary", "cleo 16-20"));
		assertThat(ShiftChanges.of(rota, hour(8), hour(12).minusNanos(1))).isEmpty();
		assertThat(ShiftChanges.of(rota, hour(8), hour(12))).hasSize(1);
		assertThat(ShiftChanges.of(rota, hour(12), hour(16))).hasSize(1)
			.first()
			.extracting(ShiftChange::incoming)
			.isEqualTo(List.of("cleo"));
	}

	@ParameterizedTest
	@CsvSource({ "Europe/Paris, 2026-03-28T22:00, 2026-03-29T03:00, 2026-03-29T10:00, PT4H, PT7H",
			"Europe/Paris, 2026-10-24T22:00, 2026-10-25T03:00, 2026-10-25T10:00, PT6H, PT7H",
			"America/Chicago, 2026-03-07T22:00, 2026-03-08T03:00, 2026-03-08T10:00, PT4H, PT7H",
			"Australia/Lord_Howe, 2026-10-03T22:00, 2026-10-04T02:30, 2026-10-04T10:00, PT4H, PT7H30M",
			"Australia/Lord_Howe, 2026-04-04T22:00, 2026-04-05T02:30, 2026-04-05T10:00, PT5H, PT7H30M",
			"Asia/Kolkata, 2026-03-28T22:00, 2026-03-29T03:00, 2026-03-29T10:00, PT5H, PT7H",
			"Pacific/Apia, 2011-12-29T22:00, 2011-12-31T03:00, 2011-12-31T10:00, PT5H, PT7H" })
	void lieOnTheSameInstantInANightInWhichTheClockChanges(String zone, LocalDateTime start, LocalDateTime change,
			LocalDateTime end, Duration first, Duration second) {
		ZoneId wall = ZoneId.of(zone);
		Instant at = change.atZone(wall).toInstant();
		Rota rota = rota(new Turn("ada", "primary", start.atZone(wall).toInstant(), at),
				new Turn("bob", "primary", at, end.atZone(wall).toInstant()));
		assertThat(ShiftChanges.of(rota, at.minusSeconds(1), at)).singleElement().satisfies((found) -> {
			assertThat(found.at().atZone(wall).toLocalDateTime()).isEqualTo(change);
			assertThat(Duration.between(found.since(), found.at())).isEqualTo(first);
			assertThat(Duration.between(found.at(), found.until())).isEqualTo(second);
		});
	}

	private static Rota rota(Turn... turns) {
		return new Rota("web", null, null, List.of(turns));
	}

	// "ada 8-16"
	private static Turn turn(String role, String text) {
		String[] parts = text.split("[ -]");
		return new Turn(parts[0], role, hour(Integer.parseInt(parts[1])), hour(Integer.parseInt(parts[2])));
	}

	private static Instant hour(int hour) {
		return Instant.parse("2026-03-02T00:00:00Z").plus(Duration.ofHours(hour));
	}

	private static String text(ShiftChange change) {
		String from = String.join("+", change.outgoing());
		String since = (change.since() != null) ? " (since %d) ".formatted(hour(change.since())) : "";
		return "%d: %s%s-> %s until %d".formatted(hour(change.at()), from, since, String.join("+", change.incoming()),
				hour(change.until()));
	}

	private static long hour(Instant at) {
		return Duration.between(hour(0), at).toHours();
	}

}
