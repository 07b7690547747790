package dev.vigie.gateway.console.command;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.vigie.gateway.FakePrograms;
import dev.vigie.gateway.account.Role;
import dev.vigie.gateway.console.RunningConsole;
import dev.vigie.gateway.login.Browser;

import static org.assertj.core.api.Assertions.assertThat;

class RolesPageIntegrationTests {

	private static final String ROLES = "/api/v1/incidents/42/roles";

	private final RunningConsole console = RunningConsole.shared();

	private final FakePrograms programs = this.console.programs();

	private final Browser browser = this.console.as(Role.RESPONDER);

	@BeforeEach
	void anIncident() {
		this.programs.answer("GET /api/v1/incidents/42", 200, """
				{"number": 42, "id": "INC-42", "title": "Slow", "status": "acknowledged", "severity": "P1",
				 "firing": 0, "hidden": 0, "triggeredAt": "2026-03-02T12:00:00Z", "commands": ["resolve"]}""");
		this.programs.answer("GET /api/v1/incidents/42/timeline", 200, "{\"items\": []}");
		this.programs.answer("GET /api/v1/incidents/42/pages", 200, "{\"items\": []}");
		this.programs.answer("GET /api/v1/changes", 200, "{\"items\": []}");
		this.programs.answer("GET /api/v1/people", 200, """
				{"items": [{"name": "grace", "spec": {"displayName": "Grace <H>"}}]}""");
	}

	@Test
	void showsWhoDoesWhatAndOffersWhatIsFree() {
		held("""
				{"role": "commander", "person": "ada", "since": "2026-03-02T12:05:00Z", "givenBy": "ada", "brief": "<b>"},
				{"role": "expert", "person": "grace", "subject": "disks", "since": "2026-03-02T12:05:00Z"}""");
		assertThat(this.browser.open("/incidents/42").body())
			.contains("<strong>ada</strong>", "&lt;b&gt;", " · disks", "Relieve ada", "roles/scribe/take",
					"value=\"grace\">Grace &lt;H&gt;")
			.doesNotContain("roles/commander/take", "roles/commander/hand-over");
		assertThat(this.console.as(Role.VIEWER).in("fr").open("/incidents/42").body())
			.contains("Responsable", "<strong>ada</strong>")
			.doesNotContain("/incidents/42/roles/", "Relever");
	}

	@Test
	void takesAndHandsOverWithABrief() {
		held("{\"role\": \"commander\", \"person\": \"responder\", \"since\": \"2026-03-02T12:05:00Z\"}");
		assertThat(this.browser.open("/incidents/42").body()).contains("roles/commander/hand-over", "Step down");
		Map<String, String> form = Map.of("person", "responder", "to", "grace", "brief", "db1 is full");
		assertThat(this.browser.submit("/incidents/42/roles/commander/hand-over", form).body())
			.contains("The roles of INC-42 have changed.");
		this.browser.submit("/incidents/42/roles/commander/relieve", form);
		this.browser.submit("/incidents/42/roles/scribe/take", Map.of());
		this.browser.submit("/incidents/42/roles", Map.of("role", "expert", "person", "", "subject", "disks"));
		this.browser.submit("/incidents/42/roles", Map.of("role", "observer", "person", "grace", "subject", ""));
		assertThat(this.programs.received()).filteredOn((call) -> call.name().startsWith("POST " + ROLES))
			.extracting((call) -> call.name().substring(ROLES.length() + 6) + " " + call.body())
			.containsExactly("commander/hand-over {\"to\":\"grace\",\"brief\":\"db1 is full\"}",
					"commander/relieve {\"person\":\"responder\",\"brief\":\"db1 is full\"}", "scribe/take {}",
					"expert/take {\"subject\":\"disks\"}", "observer/assign {\"person\":\"grace\"}");
	}

	@Test
	void saysWhoWasFaster() {
		this.programs.answer("POST " + ROLES + "/commander/take", 409, """
				{"type": "/problems/role-held", "holders": ["ada"], "legal": ["relieve"]}""");
		this.browser.open("/incidents/42");
		assertThat(this.browser.submit("/incidents/42/roles/commander/take", Map.of()).body())
			.contains("ada has this role already.");
		this.programs.answer("POST " + ROLES + "/expert/take", 400, """
				{"type": "/problems/invalid", "errors": [{"field": "subject", "reason": "must say"}]}""");
		assertThat(this.browser.submit("/incidents/42/roles", Map.of("role", "expert", "brief", "now")).body())
			.contains("Say what they are an expert of", ">now</textarea>");
	}

	private void held(String holders) {
		this.programs.answer("GET " + ROLES, 200, "{\"items\": [" + holders + "]}");
	}

}
