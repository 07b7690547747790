package dev.vigie.gateway.console.incidents;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.vigie.gateway.FakePrograms;
import dev.vigie.gateway.account.Role;
import dev.vigie.gateway.console.RunningConsole;
import dev.vigie.gateway.login.Browser;

import static org.assertj.core.api.Assertions.assertThat;

class AssessmentPageIntegrationTests {

	private final RunningConsole console = RunningConsole.shared();

	private final FakePrograms programs = this.console.programs();

	private final Browser browser = this.console.as(Role.RESPONDER);

	@BeforeEach
	void nothingWasChanged() {
		this.programs.answer("GET /api/v1/changes", 200, "{\"items\": []}");
	}

	@BeforeEach
	void adaDecidedOtherwise() {
		this.programs.answer("GET /api/v1/incidents/42", 200,
				"""
						{"number": 42, "id": "INC-42", "title": "Slow", "description": "since <noon>", "status": "triggered", "severity": "P4", "firing": 1,
						 "severityReason": "a test site", "severitySetBy": "ada", "ruledSeverity": "P2",
						 "hidden": 0, "triggeredAt": "2026-03-02T12:00:00Z", "commands": ["acknowledge"],
						 "impact": {"business": true, "text": "no orders", "startedAt": "2026-03-02T11:50:30Z"}}""");
		this.programs.answer("GET /api/v1/incidents/42/timeline", 200, "{\"items\": []}");
		this.programs.answer("GET /api/v1/incidents/42/pages", 200, "{\"items\": []}");
		this.programs.answer("GET /api/v1/incidents/42/severities", 200, """
				{"items": [{"severity": "P2", "from": "2026-03-02T12:00:00Z", "until": "2026-03-02T12:10:00Z",
				  "seconds": 600, "reason": "cpu = 93 <b>"},
				 {"severity": "P4", "from": "2026-03-02T12:10:00Z", "seconds": 7200, "by": "ada",
				  "reason": "a test site"}], "seconds": {"P2": 600, "P4": 7200}}""");
	}

	@Test
	void saysWhoDecidedAndWhatTheRulesSay() {
		assertThat(this.browser.open("/incidents/42").body())
			.contains("since &lt;noon&gt;</dd>", "decided by ada", "the rules say P2", "/incidents/42/severity/rules",
					">no orders</textarea>", "value=\"2026-03-02T11:50\"")
			.containsPattern("value=\"P4\" selected")
			.containsPattern("name=\"business\" value=\"yes\" checked");
		assertThat(this.console.as(Role.VIEWER).open("/incidents/42").body()).contains("decided by ada")
			.doesNotContain("/incidents/42/severity/rules");
	}

	@Test
	void decidesWithAReasonAndLeavesItToTheRules() {
		this.browser.open("/incidents/42");
		assertThat(this.browser.submit("/incidents/42/severity", Map.of("severity", "P1", "reason", "orders")).body())
			.contains("The severity of INC-42 is decided.");
		assertThat(this.browser.submit("/incidents/42/severity/rules", Map.of()).body())
			.contains("The rules decide on INC-42 again.");
		assertThat(this.programs.received())
			.anyMatch((call) -> call.name().equals("PUT /api/v1/incidents/42/severity")
					&& call.body().equals("{\"severity\":\"P1\",\"reason\":\"orders\"}"))
			.anyMatch((call) -> call.name().equals("DELETE /api/v1/incidents/42/severity"));
	}

	@Test
	void notesTheWholeImpact() {
		this.browser.open("/incidents/42");
		assertThat(this.browser.submit("/incidents/42/impact", Map.of("impact", " no payments ")).body())
			.contains("The impact of INC-42 is noted.");
		this.browser.submit("/incidents/42/impact", Map.of());
		assertThat(this.programs.received()).filteredOn((call) -> call.name().equals("PUT /api/v1/incidents/42/impact"))
			.extracting(FakePrograms.Received::body)
			.containsExactly("{\"business\":false,\"text\":\"no payments\",\"startedAt\":null}",
					"{\"business\":false,\"text\":null,\"startedAt\":null}");
		assertThat(this.browser.submit("/incidents/42/impact", Map.of("impact", "x", "startedAt", "noon")).body())
			.contains("The start must be a time, and not after now.", "value=\"noon\"")
			.doesNotContainPattern("name=\"business\" value=\"yes\" checked");
	}

	@Test
	void tellsWhichSeverityItHadWhen() {
		assertThat(this.console.as(Role.VIEWER).open("/incidents/42/severities").body()).contains("Severity over time",
				"cpu = 93 &lt;b&gt;", "by the rules", "by ada", "10 min", "2 h 0 min", "now");
		assertThat(this.console.as(Role.VIEWER).in("fr").open("/incidents/42/severities").body())
			.contains("Sévérité au fil du temps");
	}

}
