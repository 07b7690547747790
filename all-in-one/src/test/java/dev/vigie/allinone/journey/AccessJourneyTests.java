package dev.vigie.allinone.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import dev.vigie.allinone.suite.Program;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Walks all routes of all programs: nothing changes without a token or with a viewer's.
 */
class AccessJourneyTests {

	private static final Set<RequestMethod> MUTATING = Set.of(RequestMethod.POST, RequestMethod.PUT,
			RequestMethod.PATCH, RequestMethod.DELETE);

	/** Asks a question by POST: a viewer may. */
	private static final Set<String> QUESTIONS = Set.of("/api/v1/runbooks/match", "/api/v1/silences/preview",
			"/api/v1/silences/in-force", "/api/v1/groupings/{name}/preview", "/api/v1/severity-rules:test",
			"/api/v1/escalations:simulate", "/api/v1/escalations:replay");

	private final Journey journey = Journey.shared();

	@Test
	void noMutatingEndpointOpensWithoutAToken() {
		Api nobody = this.journey.api().as(null);
		List<String> opened = new ArrayList<>();
		List<Route> routes = routes().toList();
		assertThat(routes).hasSizeGreaterThan(20);
		for (Route route : routes) {
			check(opened, 401, route, nobody, this.journey.suite().url());
			check(opened, 401, route, nobody, this.journey.suite().url(route.program()));
		}
		assertThat(opened).isEmpty();
	}

	@Test
	void noMutatingEndpointOpensToAViewer() {
		Api viewer = this.journey.api().as(viewersToken());
		List<String> opened = new ArrayList<>();
		routes().filter((route) -> !QUESTIONS.contains(route.path()))
			.filter((route) -> !route.path().startsWith("/api/v1/tokens")) // one's own
			.forEach((route) -> check(opened, 403, route, viewer, this.journey.suite().url()));
		assertThat(opened).isEmpty();
	}

	@Test
	void aViewerMayLook() {
		Api viewer = this.journey.api().as(viewersToken());
		assertThat(Stream.of("/api/v1/incidents", "/api/v1/schedules", "/api/v1/runbooks", "/api/v1/postmortems",
				"/api/v1/alerts", "/api/v1/escalation-policies"))
			.allSatisfy((path) -> assertThat(viewer.send("GET", path, null).status()).isEqualTo(200));
	}

	private String viewersToken() {
		String name = "viewer-" + System.nanoTime();
		Api.Answer account = this.journey.api().send("POST", "/api/v1/accounts", """
				{"name": "%s", "role": "viewer"}""".formatted(name));
		assertThat(account.status()).as(account.body()).isEqualTo(201);
		Api.Answer token = this.journey.api().send("POST", "/api/v1/tokens", """
				{"name": "look", "account": "%s"}""".formatted(name));
		assertThat(token.status()).as(token.body()).isEqualTo(201);
		return token.json().get("token").asString();
	}

	private static void check(List<String> opened, int expected, Route route, Api api, String base) {
		Api.Answer answer = api.send(route.method().name(), base + route.example(), "{}");
		if (answer.status() != expected) {
			opened.add("%s %s%s answered %d".formatted(route.method(), base, route.example(), answer.status()));
		}
	}

	private Stream<Route> routes() {
		return Stream.of(Program.values())
			.flatMap((program) -> this.journey.suite()
				.context(program)
				.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
				.getHandlerMethods()
				.keySet()
				.stream()
				.flatMap((mapping) -> routes(program, mapping)));
	}

	private static Stream<Route> routes(Program program, RequestMappingInfo mapping) {
		return mapping.getPatternValues()
			.stream()
			.filter((path) -> path.startsWith("/api/"))
			.flatMap((path) -> mapping.getMethodsCondition()
				.getMethods()
				.stream()
				.filter(MUTATING::contains)
				.map((method) -> new Route(program, method, path)));
	}

	private record Route(Program program, RequestMethod method, String path) {

		String example() {
			return this.path.replaceAll("\\{[^}]+}", "1");
		}

	}

}
