package dev.vigie.gateway.console.incidents;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.vigie.gateway.FakePrograms;
import dev.vigie.gateway.account.Role;
import dev.vigie.gateway.console.RunningConsole;
import dev.vigie.gateway.login.Browser;

import static org.assertj.core.api.Assertions.assertThat;

class FamilyPageIntegrationTests {

	private final RunningConsole console = RunningConsole.shared();

	private final FakePrograms programs = this.console.programs();

	private final Browser browser = this.console.as(Role.RESPONDER);

	@BeforeEach
	void nothingWasChanged() {
		this.programs.answer("GET /api/v1/changes", 200, "{\"items\": []}");
	}

	@BeforeEach
	void anIncidentOfTwoGroups() {
		for (int number : new int[] { 42, 43 }) {
			this.programs.answer("GET /api/v1/incidents/" + number, 200,
					"""
							{"number": %d, "id": "INC-42", "title": "Slow", "status": "triggered", "severity": "P1", "firing": 3,
							 "hidden": 0, "triggeredAt": "2026-03-02T12:00:00Z", "commands": ["merge", "split"],
							 "merged": [7, 8], "splitFrom": 5, "splits": [44], "declaredFrom": 3, "declared": [45], "groupCount": 4,
							 "groups": [{"integration": "zabbix", "labels": {"service": "api", "site": "x"}, "firing": 2, "hidden": 0},
							  {"integration": "zabbix", "labels": {"service": "db"}, "firing": 1, "hidden": 6}],
							 "alerts": [{"fingerprint": "f1", "status": "firing", "labels": {"alertname": "A", "service": "api", "site": "x"}},
							  {"fingerprint": "f2", "status": "firing", "labels": {"alertname": "B", "service": "api", "site": "x"}},
							  {"fingerprint": "f3", "status": "firing", "labels": {"alertname": "C", "service": "db", "<b>": "<i>"}}]}"""
						.formatted(number));
			this.programs.answer("GET /api/v1/incidents/" + number + "/timeline", 200, "{\"items\": []}");
			this.programs.answer("GET /api/v1/incidents/" + number + "/pages", 200, "{\"items\": []}");
		}
		this.programs.answer("GET /api/v1/incidents", 200, """
				{"items": [{"number": 42, "title": "Slow", "status": "triggered", "severity": "P1", "firing": 1,
				 "hidden": 0, "triggeredAt": "2026-03-02T12:00:00Z"}, {"number": 6, "title": "Down <b>",
				 "status": "triggered", "severity": "P2", "firing": 1, "hidden": 0,
				 "triggeredAt": "2026-03-02T12:00:00Z"}]}""");
	}

	@Test
	void showsGroupsAndWhereItComesFrom() {
		assertThat(this.browser.open("/incidents/42").body()).contains("service=api, site=x", "6 more not shown",
				"and 2 more groups", "href=\"/incidents/5\"", "href=\"/incidents/7\"", "href=\"/incidents/8\"",
				"href=\"/incidents/44\"", "href=\"/incidents/3\"", "href=\"/incidents/45\"",
				"href=\"/incidents/42/merge\"", "href=\"/incidents/42/split\"");
	}

	@Test
	void mergesIntoOneThatIsOpen() {
		assertThat(this.browser.open("/incidents/42/merge").body()).contains("INC-6", "Down &lt;b&gt;")
			.doesNotContain("name=\"into\" value=\"42\"");
		assertThat(this.browser.submit("/incidents/42/merge", Map.of("into", "6", "other", "")).body())
			.contains("INC-42 goes on in the other incident.");
		this.browser.submit("/incidents/42/merge", Map.of("into", "6", "other", "INC-9", "note", "same disk"));
		assertThat(bodies("POST /api/v1/incidents/42/merge")).containsExactly("{\"into\":\"6\"}",
				"{\"into\":\"INC-9\",\"note\":\"same disk\"}");
		this.programs.answer("POST /api/v1/incidents/42/merge", 404, "{\"type\": \"/problems/not-found\"}");
		assertThat(this.browser.submit("/incidents/42/merge", Map.of("other", "INC-99", "note", "same")).body())
			.contains("There is nothing of that name or number.", "value=\"INC-99\"", ">same</textarea>");
	}

	@Test
	void splitsAlertsAndWholeGroupsOff() {
		assertThat(this.browser.open("/incidents/42/split").body()).contains("value=\"f3\"", "&lt;b&gt;=&lt;i&gt;",
				"value=\"service=api, site=x\"");
		this.programs.answer("POST /api/v1/incidents/42/split", 201, "{\"number\": 43}");
		assertThat(this.browser
			.submit("/incidents/42/split", Map.of("alert", "f3", "group", "service=api, site=x", "title", "The API"))
			.uri()).hasPath("/incidents/43");
		assertThat(bodies("POST /api/v1/incidents/42/split"))
			.containsExactly("{\"fingerprints\":[\"f1\",\"f2\",\"f3\"],\"title\":\"The API\"}");
		this.programs.answer("POST /api/v1/incidents/42/split", 400, """
				{"type": "/problems/invalid", "errors": [{"field": "fingerprints", "reason": "must not be empty"}]}""");
		assertThat(this.browser.submit("/incidents/42/split", Map.of()).body()).contains("Choose at least one alert");
	}

	@Test
	void isNotForReaders() {
		Browser viewer = this.console.as(Role.VIEWER);
		assertThat(viewer.open("/incidents/42/merge").statusCode()).isEqualTo(403);
		assertThat(viewer.open("/incidents/42/split").statusCode()).isEqualTo(403);
		assertThat(viewer.submit("/incidents/42/merge", Map.of("into", "6")).statusCode()).isEqualTo(403);
	}

	private List<String> bodies(String name) {
		return this.programs.received()
			.stream()
			.filter((call) -> call.name().equals(name))
			.map(FakePrograms.Received::body)
			.toList();
	}

}
