package dev.vigie.escalation.grouping;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PlacementTests {

	private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

	private static final Correlation BY_SERVICE = new Correlation(List.of("service"), Duration.ofMinutes(10),
			List.of("zabbix"));

	private static final Storm.Limit LIMIT = new Storm.Limit(1, Duration.ofMinutes(1));

	private static final Storm RAGING = Storm.NONE.and(LIMIT, NOON).and(LIMIT, NOON);

	@Test
	void opensAnIncidentWhenNothingSpeaksAgainstIt() {
		assertThat(
				place(GroupingRule.SENDERS, Map.of("service", "api"), RAGING, "storm", List.of(candidate("a", 1, 0))))
			.isEqualTo(new Placement.Opens<>());
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			# when the last came (s before) ; its integration ; joins
			0                               ; prometheus      ; true
			599                             ; prometheus      ; true
			600                             ; prometheus      ; false
			-5                              ; prometheus      ; true
			599                             ; zabbix          ; true
			0                               ; other           ; false
			""")
	void joinsWhatHasTheSameValuesWithinTheWindow(int before, String integration, boolean joins) {
		Placement.Candidate<String> candidate = new Placement.Candidate<>("a", 1, integration,
				NOON.minusSeconds(before));
		assertThat(place(rule(BY_SERVICE, null), Map.of("service", "api"), Storm.NONE, null, List.of(candidate)))
			.isEqualTo(joins ? new Placement.Correlates<>("a", Map.of("service", "api")) : new Placement.Opens<>());
	}

	@Test
	void isNotTheSameAsAnotherThatLacksTheLabelToo() {
		assertThat(
				place(rule(BY_SERVICE, null), Map.of("site", "par"), Storm.NONE, null, List.of(candidate("a", 1, 0))))
			.isEqualTo(new Placement.Opens<>());
		assertThat(BY_SERVICE.values(Map.of("service", ""))).isEmpty();
	}

	@Test
	void joinsTheOneThatGrewLastThenTheOldest() {
		assertThat(place(rule(BY_SERVICE, null), Map.of("service", "api"), Storm.NONE, null,
				List.of(candidate("a", 1, 60), candidate("c", 3, 30), candidate("b", 2, 30))))
			.isEqualTo(new Placement.Correlates<>("b", Map.of("service", "api")));
	}

	@Test
	void joinsTheStormOnlyWhatNothingElseClaims() {
		GroupingRule rule = rule(BY_SERVICE, LIMIT);
		assertThat(place(rule, Map.of("service", "api"), RAGING, "storm", List.of(candidate("a", 1, 0))))
			.isEqualTo(new Placement.Correlates<>("a", Map.of("service", "api")));
		assertThat(place(rule, Map.of("service", "api"), RAGING, "storm", List.of()))
			.isEqualTo(new Placement.JoinsStorm<>("storm"));
		assertThat(place(rule, Map.of(), RAGING, null, List.of())).isEqualTo(new Placement.OpensStorm<>());
		assertThat(place(rule, Map.of(), Storm.NONE, "storm", List.of())).isEqualTo(new Placement.Opens<>());
	}

	private static GroupingRule rule(@Nullable Correlation correlation, Storm.@Nullable Limit limit) {
		return new GroupingRule("all", GroupedBy.SENDER, List.of(), correlation, limit);
	}

	private static Placement<String> place(GroupingRule rule, Map<String, String> labels, Storm storm,
			@Nullable String stormIncident, List<Placement.Candidate<String>> alike) {
		return Placement.of(rule, new Placement.Arriving("prometheus", labels, NOON), storm, stormIncident, alike);
	}

	private static Placement.Candidate<String> candidate(String incident, long number, int before) {
		return new Placement.Candidate<>(incident, number, "prometheus", NOON.minusSeconds(before));
	}

}
