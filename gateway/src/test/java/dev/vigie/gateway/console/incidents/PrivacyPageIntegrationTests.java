package dev.vigie.gateway.console.incidents;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.vigie.gateway.FakePrograms;
import dev.vigie.gateway.account.Role;
import dev.vigie.gateway.console.RunningConsole;
import dev.vigie.gateway.login.Browser;

import static org.assertj.core.api.Assertions.assertThat;

class PrivacyPageIntegrationTests {

	private final RunningConsole console = RunningConsole.shared();

	private final FakePrograms programs = this.console.programs();

	private final Browser browser = this.console.as(Role.RESPONDER);

	@BeforeEach
	void nothingWasChanged() {
		this.programs.answer("GET /api/v1/changes", 200, "{\"items\": []}");
	}

	@BeforeEach
	void nothingElseHappened() {
		this.programs.answer("GET /api/v1/incidents/42/timeline", 200, "{\"items\": []}");
		this.programs.answer("GET /api/v1/incidents/42/pages", 200, "{\"items\": []}");
	}

	@Test
	void marksWhatIsPrivateAndNamesThoseWhoSeeIt() {
		incident("\"private\": true, \"people\": [{\"person\": \"ada\"}, {\"person\": \"grace\"}]");
		assertThat(this.browser.open("/incidents/42").body()).contains("/gateway/lock.svg", "Private, visible to",
				"ada, ", "grace", "/incidents/42/people/remove");
		assertThat(this.browser.open("/").body()).contains("/gateway/lock.svg");
		incident("\"private\": false, \"people\": []");
		assertThat(this.browser.open("/incidents/42").body()).contains("action=\"/incidents/42/private\"")
			.doesNotContain("/gateway/lock.svg", "visible to");
	}

	@Test
	void saysWhoMaySeeIt() {
		incident("\"private\": true, \"people\": [{\"person\": \"ada\"}]");
		this.browser.open("/incidents/42");
		this.browser.submit("/incidents/42/private", Map.of("people", "ada grace"));
		this.browser.submit("/incidents/42/people", Map.of("person", "grace"));
		assertThat(this.browser.submit("/incidents/42/people/remove", Map.of("person", "ada")).body())
			.contains("Who sees INC-42 has changed.");
		assertThat(this.programs.received()).filteredOn((call) -> !call.name().startsWith("GET"))
			.filteredOn((call) -> call.name().contains("/incidents/42/"))
			.extracting((call) -> call.name() + " " + call.body())
			.containsExactly("POST /api/v1/incidents/42/private {\"people\":[\"ada\",\"grace\"]}",
					"POST /api/v1/incidents/42/people {\"person\":\"grace\"}",
					"DELETE /api/v1/incidents/42/people/ada ");
		this.programs.answer("POST /api/v1/incidents/42/people", 400, """
				{"type": "/problems/invalid", "errors": [{"field": "person", "reason": "is not known"}]}""");
		assertThat(this.browser.submit("/incidents/42/people", Map.of("person", "nobody")).body())
			.contains("Nobody of this name is known.", "value=\"nobody\"");
	}

	@Test
	void isMadePublicAgain() {
		incident("\"private\": true, \"people\": [{\"person\": \"ada\"}]");
		assertThat(this.browser.open("/incidents/42").body()).contains("/incidents/42/private/end");
		assertThat(this.browser.submit("/incidents/42/private/end", Map.of()).body())
			.contains("INC-42 is private no more.");
		assertThat(this.programs.received())
			.anyMatch((call) -> call.name().equals("DELETE /api/v1/incidents/42/private"));
	}

	@Test
	void whoMayNotKnowAnyMoreGoesOnWithTheOthers() {
		incident("\"private\": true, \"people\": [{\"person\": \"responder\"}, {\"person\": \"ada\"}]");
		this.browser.open("/incidents/42");
		this.programs.answer("GET /api/v1/incidents/42", 404, "{}");
		this.programs.answer("GET /api/v1/incidents", 200, "{\"items\": []}");
		assertThat(this.browser.submit("/incidents/42/people/remove", Map.of("person", "responder")).uri())
			.hasPath("/");
	}

	private void incident(String more) {
		String incident = """
				{"number": 42, "id": "INC-42", "title": "Leak", "status": "triggered", "severity": "P1", "firing": 0,
				 "hidden": 0, "triggeredAt": "2026-03-02T12:00:00Z", "commands": ["acknowledge"], %s}"""
			.formatted(more);
		this.programs.answer("GET /api/v1/incidents/42", 200, incident);
		this.programs.answer("GET /api/v1/incidents", 200, "{\"items\": [" + incident + "]}");
	}

}
