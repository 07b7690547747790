package dev.vigie.gateway.console.incidents;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.vigie.gateway.FakePrograms;
import dev.vigie.gateway.account.Role;
import dev.vigie.gateway.console.RunningConsole;
import dev.vigie.gateway.login.Browser;

import static org.assertj.core.api.Assertions.assertThat;

class IncidentListPageIntegrationTests {

	private final RunningConsole console = RunningConsole.shared();

	private final FakePrograms programs = this.console.programs();

	@Test
	void showsWhatIsOpen() {
		Browser browser = this.console.as(Role.VIEWER);
		incidents("null");
		assertThat(browser.open("/").body()).contains("Open incidents", "INC-42", "Slow &lt;b&gt;")
			.doesNotContain("Back to all open ones", "Older incidents");
		assertThat(asked()).isEqualTo("status=open&limit=50");
	}

	@Test
	void findsByStateSeverityTeamAndText() {
		Browser browser = this.console.as(Role.VIEWER);
		incidents("\"17\"");
		String page = browser.open("/?status=resolved&severity=P1&severity=P2&team=web&q=a%26b+c").body();
		assertThat(asked()).isEqualTo("status=resolved&severity=P1&severity=P2&team=web&q=a&b c&limit=50");
		assertThat(page).contains("Back to all open ones", "value=\"a&amp;b c\"",
				"href=\"/?status=resolved&amp;severity=P1&amp;severity=P2&amp;team=web&amp;q=a%26b+c&amp;after=17\"")
			.containsPattern("value=\"resolved\" selected");
		browser.open("/?status=all&team=&q=");
		assertThat(asked()).isEqualTo("limit=50");
	}

	@Test
	void saysThatNothingFits() {
		this.programs.answer("GET /api/v1/incidents", 200, "{\"items\": [], \"next\": null}");
		assertThat(this.console.as(Role.VIEWER).in("fr").open("/?q=x").body())
			.contains("Aucun incident ne correspond.");
	}

	@Test
	void comesBackToWhatWasLookedFor() {
		Browser browser = this.console.as(Role.RESPONDER);
		incidents("null");
		assertThat(browser.open("/?team=web").body()).contains("name=\"query\" value=\"team=web\"");
		Map<String, String> sent = Map.of("from", "list", "query", "team=web");
		assertThat(browser.submit("/incidents/42/acknowledge", sent).uri()).hasQuery("team=web");
		browser.open("/");
		assertThat(browser.submit("/incidents/42/acknowledge", Map.of("from", "list", "query", "//evil.example")).uri())
			.hasPath("/")
			.hasNoQuery();
	}

	private String asked() {
		return URLDecoder.decode(String.valueOf(this.programs.received()
			.stream()
			.filter((call) -> call.name().equals("GET /api/v1/incidents"))
			.toList()
			.getLast()
			.uri()
			.getRawQuery()), StandardCharsets.UTF_8);
	}

	private void incidents(String next) {
		this.programs.answer("GET /api/v1/incidents", 200, """
				{"items": [{"number": 42, "id": "INC-42", "title": "Slow <b>", "status": "triggered", "severity": "P1",
				 "firing": 1, "hidden": 0, "team": "web", "triggeredAt": "2026-03-02T12:00:00Z",
				 "commands": ["acknowledge"]}], "next": %s}""".formatted(next));
	}

}
