package dev.vigie.oncall.absence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.vigie.oncall.absence.Clash.Candidate;
import dev.vigie.oncall.absence.Clash.Proposal;
import dev.vigie.oncall.schedule.Cause;
import dev.vigie.oncall.schedule.Role;
import dev.vigie.oncall.schedule.Shift;
import dev.vigie.oncall.span.Span;
import dev.vigie.oncall.span.Spans;

import static org.assertj.core.api.Assertions.assertThat;

class CoverTests {

	private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");

	@Test
	void proposesWhoeverHasHadTheLeastAroundThatTimeFirst() {
		Cover cover = new Cover(Map.of(),
				Map.of("bob", List.of(days(-3, -1)), "cleo", List.of(days(-2, -1)), "dan", List.of(days(-60, -29))));
		assertThat(cover.proposals(List.of(clash(0, 1))).getFirst().candidates())
			.containsExactly(new Candidate("dan", 0), new Candidate("cleo", 24), new Candidate("bob", 48));
	}

	@Test
	void countsTheWeeksBeforeAndAfterUpToAFourthOnEitherSide() {
		Cover cover = new Cover(Map.of(), Map.of("bob", List.of(days(-29, -27), days(28, 30))));
		assertThat(cover.proposals(List.of(clash(0, 1))).getFirst().candidates()).contains(new Candidate("bob", 48));
	}

	@Test
	void leavesOutWhoIsAwayOrOnCallThenAndWhoeverIsReplaced() {
		Cover cover = new Cover(Map.of("bob", Spans.of(days(0, 1))), Map.of("cleo", List.of(days(-1, 0), days(1, 2)),
				"dan", List.of(new Span(MONDAY.plus(Duration.ofHours(23)), MONDAY.plus(Duration.ofHours(30))))));
		assertThat(cover.proposals(List.of(clash(0, 1))).getFirst().candidates()).extracting(Candidate::person)
			.containsExactly("cleo");
		assertThat(cover.proposals(List.of(clash(5, 6))).getFirst().candidates()).extracting(Candidate::person)
			.containsExactlyInAnyOrder("bob", "cleo", "dan");
	}

	@Test
	void givesNotEverythingToOnePerson() {
		List<Proposal> proposals = new Cover(Map.of(), Map.of())
			.proposals(List.of(clash(0, 1), clash(1, 2), clash(2, 3), clash(2, 3)));
		assertThat(proposals).extracting((proposal) -> proposal.candidates().getFirst().person())
			.containsExactly("bob", "cleo", "dan", "bob");
	}

	@Test
	void proposesNobodyWhereNobodyCan() {
		Cover cover = new Cover(
				Map.of("bob", Spans.of(days(0, 1)), "cleo", Spans.of(days(0, 1)), "dan", Spans.of(days(0, 1))),
				Map.of());
		assertThat(cover.proposals(List.of(clash(0, 1))).getFirst().candidates()).isEmpty();
	}

	private static Span days(int from, int to) {
		return new Span(MONDAY.plus(Duration.ofDays(from)), MONDAY.plus(Duration.ofDays(to)));
	}

	private static Clash clash(int from, int to) {
		Span span = days(from, to);
		Shift shift = new Shift(UUID.randomUUID(), "ada", Role.PRIMARY, span.start(), span.end(), 1,
				new Cause(Cause.Kind.LAYER, "layer-1"));
		return new Clash("main", shift, span, Set.of("ada", "bob", "cleo", "dan"));
	}

}
