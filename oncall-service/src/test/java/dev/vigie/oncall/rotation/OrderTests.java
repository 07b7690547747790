package dev.vigie.oncall.rotation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How a rotation goes on after an edit on Wednesday, 21 January 2026, in c's week.
 */
class OrderTests {

	private static final String WEEKLY = """
			{'type': 'weekly', 'handoff': {'time': '%s', 'day': '%s'}, 'start': '%s', 'people': [%s]}""";

	private static final Instant EDIT = Instant.parse("2026-01-21T12:00:00Z");

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			# nothing changes
			'a','b','c','d'         | cdabcd
			# somebody joins before or after, or leaves
			'x','a','b','c','d'     | cdxabc
			'a','b','c','x','d'     | cxdabc
			'a','b','x','c','d'     | cdabxc
			'b','c','d'             | cdbcdb
			'a','b','c'             | cabcab
			# the order changes
			'd','c','b','a'         | cbadcb
			# who has the turn leaves: it is the next one's who is left
			'a','b','d'             | dabdab
			'a','b'                 | ababab
			# nobody stays
			'x','y'                 | xyxyxy
			# a colleague joins the turn
			'a','b',['c','x'],'d'   | c+xdabc+xd""")
	void whoHasTheTurnKeepsIt(String people, String expected) {
		assertThat(weeks(edited("'a','b','c','d'", people), people)).isEqualTo(expected);
	}

	@Test
	void whoJoinsInTheMiddleWaitsForTheirTurnAlsoAfterASecondEdit() {
		Anchor first = edited("'a','b','c','d'", "'x','a','b','c','d'");
		Order order = new Order(rotation("09:00", "monday", "2026-01-05", "'x','a','b','c','d'"), OnPaper.clock("UTC"),
				first);
		Rotation next = rotation("09:00", "monday", "2026-01-05", "'x','a','b','c','y','d'");
		Anchor second = order.goOn(next, OnPaper.clock("UTC"), EDIT.plus(Duration.ofDays(1)));
		assertThat(weeks(second, "'x','a','b','c','y','d'")).isEqualTo("cydxab");
	}

	@Test
	void anotherZoneEndsTheTurnAtTheNearestHandoff() {
		// On Monday at 10:00 in Paris it is d's turn, while Chicago still sleeps.
		Instant edit = Instant.parse("2026-01-26T09:00:00Z");
		Rotation rotation = rotation("09:00", "monday", "2026-01-05", "'a','b','c','d'");
		Order order = new Order(rotation, OnPaper.clock("Europe/Paris"), Anchor.FIRST);
		Turns turns = new Turns(rotation, OnPaper.clock("America/Chicago"),
				order.goOn(rotation, OnPaper.clock("America/Chicago"), edit));
		assertThat(OnPaper.duties(turns, "2026-01-26T09:00:00Z", "2026-02-10T00:00:00Z")).containsExactly(
				"d 2026-01-26T09:00:00Z 2026-01-26T15:00:00Z", "d 2026-01-26T15:00:00Z 2026-02-02T15:00:00Z",
				"a 2026-02-02T15:00:00Z 2026-02-09T15:00:00Z", "b 2026-02-09T15:00:00Z 2026-02-10T00:00:00Z");
	}

	@Test
	void anotherDayOfHandoffGivesNobodyTwoWeeks() {
		Rotation before = rotation("09:00", "monday", "2026-01-05", "'a','b','c','d'");
		Rotation after = rotation("09:00", "tuesday", "2026-01-05", "'a','b','c','d'");
		Order order = new Order(before, OnPaper.clock("UTC"), Anchor.FIRST);
		Turns turns = new Turns(after, OnPaper.clock("UTC"), order.goOn(after, OnPaper.clock("UTC"), EDIT));
		assertThat(OnPaper.asked(turns, OnPaper.clock("UTC"), LocalDateTime.parse("2026-01-21T12:00"),
				Duration.ofDays(1), 15))
			.isEqualTo("ccccccdddddddaa");
	}

	@Test
	void aNewStartCountsAnew() {
		Rotation before = rotation("09:00", "monday", "2026-01-05", "'a','b','c','d'");
		Rotation after = rotation("09:00", "monday", "2026-01-19", "'a','b','c','d'");
		Anchor anchor = new Order(before, OnPaper.clock("UTC"), Anchor.FIRST).goOn(after, OnPaper.clock("UTC"), EDIT);
		assertThat(anchor).isEqualTo(Anchor.FIRST);
	}

	@Test
	void whatHasNotBegunBeginsWithTheFirst() {
		Rotation before = rotation("09:00", "monday", "2026-02-02", "'a','b','c','d'");
		Rotation after = rotation("09:00", "monday", "2026-02-02", "'d','a','b','c'");
		Anchor anchor = new Order(before, OnPaper.clock("UTC"), Anchor.FIRST).goOn(after, OnPaper.clock("UTC"), EDIT);
		assertThat(anchor).isEqualTo(Anchor.FIRST);
	}

	private static Anchor edited(String before, String after) {
		return new Order(rotation("09:00", "monday", "2026-01-05", before), OnPaper.clock("UTC"), Anchor.FIRST)
			.goOn(rotation("09:00", "monday", "2026-01-05", after), OnPaper.clock("UTC"), EDIT);
	}

	private static String weeks(Anchor anchor, String people) {
		Turns turns = new Turns(rotation("09:00", "monday", "2026-01-05", people), OnPaper.clock("UTC"), anchor);
		return OnPaper.asked(turns, OnPaper.clock("UTC"), LocalDateTime.parse("2026-01-21T12:00"), Duration.ofDays(7),
				6);
	}

	private static Rotation rotation(String time, String day, String start, String people) {
		return OnPaper.rotation(WEEKLY.formatted(time, day, start, people));
	}

}
