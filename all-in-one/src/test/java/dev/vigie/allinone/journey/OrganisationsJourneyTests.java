package dev.vigie.allinone.journey;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import dev.vigie.allinone.api.VigieApi;
import dev.vigie.allinone.apply.Application;
import dev.vigie.allinone.apply.Source;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The organisations of {@code examples}, together in one installation: who hears of each
 * of their alerts, when and how, against the tables in their READMEs.
 */
class OrganisationsJourneyTests {

	private static final List<String> ORGANISATIONS = List.of("rewapp", "koprogo", "csv-analyzer", "neopro",
			"symphonia");

	// By the days when they are asked for: a roster is known for two weeks.
	private static final Map<Instant, Map<String, Instant>> MOMENTS = inOrder(Instant.parse("2026-10-19T10:00:00Z"),
			moments("Tue 11:00", "2026-10-20T09:00:00Z", "Tue 20:00", "2026-10-20T18:00:00Z", "Wed 03:00",
					"2026-10-21T01:00:00Z", "Sat 12:00", "2026-10-24T10:00:00Z", "25 Oct 02:30", "2026-10-25T00:30:00Z",
					"Mon 08:50", "2026-10-26T07:50:00Z"),
			Instant.parse("2027-03-27T10:00:00Z"), moments("28 Mar 02:30", "2027-03-28T01:00:00Z"));

	private static final Map<Matrix, Foretold> FORETOLD = new LinkedHashMap<>();

	private static Journey journey;

	@BeforeAll
	static void lookAhead() {
		journey = Journey.ofItsOwn();
		journey.clock().set(MOMENTS.keySet().iterator().next());
		Api admin = journey.apiFromNowOn();
		VigieApi api = new VigieApi(journey.suite().url(), admin.token());
		for (String organisation : ORGANISATIONS) {
			StringWriter out = new StringWriter();
			boolean applied = new Application(api, new PrintWriter(out))
				.apply(Source.below(List.of(Path.of("../examples", organisation))), false, false);
			assertThat(applied).as("%s: %s", organisation, out).isTrue();
		}
		Map<String, String> teams = new HashMap<>();
		admin.items("/api/v1/integrations")
			.forEach((integration) -> teams.put(integration.get("name").asString(),
					integration.at("/spec/team").asString()));
		matrices().forEach((matrix) -> FORETOLD.put(matrix, new Foretold(matrix.moments())));
		MOMENTS.forEach((today, moments) -> {
			journey.clock().set(today);
			Api asking = journey.apiFromNowOn();
			FORETOLD.forEach((matrix, foretold) -> moments
				.forEach((name, at) -> ask(asking, matrix, teams.get(matrix.integration()), name, at, foretold)));
		});
	}

	@AfterAll
	static void close() {
		journey.close();
	}

	static List<Matrix> matrices() {
		return ORGANISATIONS.stream().flatMap((organisation) -> Matrix.of(organisation).stream()).toList();
	}

	@ParameterizedTest
	@MethodSource("matrices")
	void tellEverybodyWhomTheirDocumentNames(Matrix matrix) {
		assertThat(FORETOLD.get(matrix).lines()).containsExactlyInAnyOrderElementsOf(matrix.rows());
	}

	private static void ask(Api api, Matrix matrix, String team, String moment, Instant at, Foretold foretold) {
		String question = Api.JSON.writeValueAsString(Map.of("alerts", matrix.alerts(), "integration",
				matrix.integration(), "team", team, "groupLabels", Map.of("alertname", matrix.alertname()), "at", at));
		JsonNode outlook = api.post("/api/v1/escalations:simulate", question);
		foretold.add(moment, at, outlook,
				api.get("/api/v1/escalation-policies/" + outlook.get("escalationPolicy").asString()));
	}

	private static Map<String, Instant> moments(String... namesAndInstants) {
		Map<String, Instant> moments = new LinkedHashMap<>();
		for (int i = 0; i < namesAndInstants.length; i += 2) {
			moments.put(namesAndInstants[i], Instant.parse(namesAndInstants[i + 1]));
		}
		return moments;
	}

	private static Map<Instant, Map<String, Instant>> inOrder(Instant first, Map<String, Instant> some, Instant second,
			Map<String, Instant> others) {
		Map<Instant, Map<String, Instant>> ordered = new LinkedHashMap<>();
		ordered.put(first, some);
		ordered.put(second, others);
		return ordered;
	}

}
