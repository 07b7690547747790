package dev.vigie.gateway.console.command;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.vigie.gateway.FakePrograms;
import dev.vigie.gateway.account.Role;
import dev.vigie.gateway.console.RunningConsole;
import dev.vigie.gateway.login.Browser;

import static org.assertj.core.api.Assertions.assertThat;

class UpdatesPageIntegrationTests {

	private static final String UPDATES = "POST /api/v1/incidents/42/updates";

	private static final String WORDS = """
			"status": "identified", "message": "db1 is <full>", "en": {"subject": "INCIDENT P1", "text": "It & that"},
			"fr": {"subject": "INCIDENT P1", "text": "Ceci & cela"}""";

	private final RunningConsole console = RunningConsole.shared();

	private final FakePrograms programs = this.console.programs();

	private final Browser browser = this.console.as(Role.RESPONDER);

	@BeforeEach
	void anIncidentThatIsUnderstood() {
		this.programs.answer("GET /api/v1/incidents/42", 200, """
				{"number": 42, "id": "INC-42", "title": "Slow", "status": "acknowledged", "severity": "P1",
				 "phase": "identified", "firing": 0, "hidden": 0, "triggeredAt": "2026-03-02T12:00:00Z"}""");
		this.programs.answer("GET /api/v1/incidents/42/timeline", 200, "{\"items\": []}");
		this.programs.answer("GET /api/v1/incidents/42/pages", 200, "{\"items\": []}");
		this.programs.answer("GET /api/v1/changes", 200, "{\"items\": []}");
		this.programs.answer("GET /api/v1/incidents/42/updates", 200, """
				{"items": [{"id": "7d444840-9dc0-11d1-b245-5ffdce74fad2", "author": "ada", "at": "2026-03-02T12:10:00Z",
				 "nextUpdateAt": "2026-03-02T12:40:00Z", %s}]}""".formatted(WORDS));
		this.programs.answer("GET /api/v1/update-templates", 200, """
				{"items": [{"name": "identified"}, {"name": "security"}]}""");
	}

	@Test
	void showsWhatWasToldAndThatTheNextIsLate() {
		assertThat(this.browser.open("/incidents/42").body())
			.contains("db1 is &lt;full&gt;", "by ada", "It &amp; that", "The promised update is overdue since",
					"<option value=\"security\"")
			.doesNotContain("Ceci", "<option value=\"identified\">identified")
			.containsPattern("<option value=\"identified\" selected")
			.containsPattern("<option value=\"30m\" selected");
		assertThat(this.console.as(Role.VIEWER).in("fr").open("/incidents/42").body())
			.contains("Ceci &amp; cela", "Le point promis est en retard")
			.doesNotContain("/incidents/42/updates");
	}

	@Test
	void tellsOnceWithThePromiseOfTheNext() {
		this.browser.open("/incidents/42");
		assertThat(this.browser
			.submit("/incidents/42/updates",
					Map.of("key", "k-1", "status", "monitoring", "message", "We watch.", "nextIn", "1h", "template",
							""))
			.body()).contains("Those who follow INC-42 are told.");
		FakePrograms.Received told = this.programs.received()
			.stream()
			.filter((call) -> call.name().equals(UPDATES))
			.findFirst()
			.orElseThrow();
		assertThat(told.header("Idempotency-Key")).isEqualTo("k-1");
		assertThat(told.body()).isEqualTo("{\"status\":\"monitoring\",\"message\":\"We watch.\",\"nextIn\":\"1h\"}");
	}

	@Test
	void showsHowItReadsBeforeItIsSent() {
		this.programs.answer(UPDATES + ":preview", 200, "{" + WORDS + ", \"to\": [\"grace\", \"sales\"]}");
		this.browser.open("/incidents/42");
		assertThat(this.browser
			.submit("/incidents/42/updates/preview",
					Map.of("status", "identified", "message", "A long \"text\"", "nextIn", ""))
			.body()).contains("nothing was sent", "It goes to grace, sales.", ">A long &quot;text&quot;</textarea>")
			.doesNotContainPattern("<option value=\"30m\" selected");
		assertThat(this.programs.received()).noneMatch((call) -> call.name().equals(UPDATES));
	}

	@Test
	void keepsWhatWasWrittenWhenItIsRefused() {
		this.programs.answer(UPDATES, 400, """
				{"type": "/problems/invalid", "errors": [{"field": "nextIn", "reason": "cannot be promised"}]}""");
		this.browser.open("/incidents/42");
		assertThat(this.browser
			.submit("/incidents/42/updates",
					Map.of("key", "k", "status", "resolved", "message", "It is over.", "nextIn", "30m"))
			.body()).contains("no further update can be promised", ">It is over.</textarea>");
	}

}
