package dev.vigie.gateway.console.incidents;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.vigie.gateway.FakePrograms;
import dev.vigie.gateway.account.Role;
import dev.vigie.gateway.console.RunningConsole;
import dev.vigie.gateway.login.Browser;

import static org.assertj.core.api.Assertions.assertThat;

class DeclarePageIntegrationTests {

	private static final String DECLARE = "POST /api/v1/incidents";

	private final RunningConsole console = RunningConsole.shared();

	private final FakePrograms programs = this.console.programs();

	private final Browser browser = this.console.as(Role.RESPONDER);

	@BeforeEach
	void nothingWasChanged() {
		this.programs.answer("GET /api/v1/changes", 200, "{\"items\": []}");
	}

	@BeforeEach
	void thereAreTeams() {
		this.programs.answer("GET /api/v1/teams", 200, """
				{"items": [{"name": "shop", "version": 1, "spec": {"displayName": "The <shop>", "members": []}}]}""");
		this.programs.answer("GET /api/v1/people", 200, """
				{"items": [{"name": "ada", "status": "active", "spec": {"displayName": "Ada"}},
				 {"name": "bob", "status": "left"}]}""");
		this.programs.answer("GET /api/v1/incidents/42", 200, """
				{"number": 42, "id": "INC-42", "title": "Slow", "status": "triggered", "severity": "P1", "firing": 0,
				 "hidden": 0, "triggeredAt": "2026-03-02T12:00:00Z"}""");
		this.programs.answer("GET /api/v1/incidents/42/timeline", 200, "{\"items\": []}");
		this.programs.answer("GET /api/v1/incidents/42/pages", 200, "{\"items\": []}");
		this.programs.answer(DECLARE, 201, "{\"number\": 42}");
	}

	@Test
	void declaresWhatIsSaidWithTheKeyOfTheForm() {
		String form = this.browser.open("/incidents/declare").body();
		assertThat(form).contains("Declare an incident", "value=\"shop\">The &lt;shop&gt;", "ada")
			.doesNotContain("bob")
			.containsPattern("name=\"key\" value=\"[0-9a-f-]{36}\"");
		String page = this.browser
			.submit("/incidents/declare", Map.of("key", "k-1", "title", "No orders", "severity", "P1", "team", "",
					"service", "checkout", "business", "yes", "impact", "", "startedAt", "2026-03-02T11:00"))
			.body();
		assertThat(page).contains("INC-42 is declared.");
		assertThat(declared().header("Idempotency-Key")).isEqualTo("k-1");
		assertThat(declared().body()).isEqualTo("""
				{"title":"No orders","severity":"P1","service":"checkout",\
				"impact":{"business":true,"text":null,"startedAt":"2026-03-02T11:00:00Z"}}""");
	}

	@Test
	void namesThoseWhoMaySeeIt() {
		this.browser.open("/incidents/declare");
		this.browser.submit("/incidents/declare",
				Map.of("key", "k-2", "title", "Leak", "private", "yes", "people", "ada,  grace"));
		assertThat(declared().body()).isEqualTo("{\"title\":\"Leak\",\"private\":true,\"people\":[\"ada\",\"grace\"]}");
	}

	@Test
	void keepsWhatWasWrittenWhenItIsRefused() {
		this.programs.answer(DECLARE, 400, """
				{"type": "/problems/invalid", "errors": [{"field": "team", "reason": "must match"}]}""");
		this.browser.open("/incidents/declare");
		assertThat(this.browser
			.submit("/incidents/declare",
					Map.of("key", "k-3", "title", "No \"orders\"", "team", "the shop", "severity", "P2"))
			.body())
			.contains("This is not the name of a team.", "value=\"No &quot;orders&quot;\"", "value=\"the shop\"")
			.containsPattern("value=\"P2\" selected")
			.doesNotContain("k-3");
		this.programs.answer(DECLARE, 409, "{\"type\": \"/problems/idempotency-key\"}");
		assertThat(this.browser.submit("/incidents/declare", Map.of("key", "k-1", "title", "Other")).body())
			.contains("This form has declared another incident already.");
		assertThat(this.browser.in("fr").open("/incidents/declare").body()).contains("Déclarer et appeler");
	}

	@Test
	void worksWhileNobodyKnowsTheTeams() {
		this.programs.answer("GET /api/v1/teams", 503, "{}");
		this.programs.answer("GET /api/v1/people", 503, "{}");
		assertThat(this.browser.open("/incidents/declare").statusCode()).isEqualTo(200);
	}

	@Test
	void isNotForReaders() {
		Browser viewer = this.console.as(Role.VIEWER);
		assertThat(viewer.open("/incidents/declare").statusCode()).isEqualTo(403);
		this.programs.answer("GET /api/v1/incidents", 200, "{\"items\": []}");
		assertThat(viewer.open("/").body()).doesNotContain("/incidents/declare");
		assertThat(viewer.submit("/incidents/declare", Map.of("key", "k", "title", "x")).statusCode()).isEqualTo(403);
	}

	private FakePrograms.Received declared() {
		return this.programs.received().stream().filter((call) -> call.name().equals(DECLARE)).toList().getLast();
	}

}
