package dev.vigie.gateway.console.integrations;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.vigie.gateway.FakePrograms;
import dev.vigie.gateway.account.Role;
import dev.vigie.gateway.console.RunningConsole;

import static org.assertj.core.api.Assertions.assertThat;

class IntegrationPagesIntegrationTests {

	private static final String NOTHING = "{\"items\": []}";

	private static final String LAPSED = """
			{"items": [{"name": "nightly", "spec": {"integration": "prod", "interval": "24h"}, "status": "lapsed",
			 "lastBeatAt": "2026-03-01T12:00:00Z", "dueAt": "2026-03-02T12:00:00Z", "lapsedAt": "2026-03-02T12:00:00Z"},
			 {"name": "moved", "spec": {"integration": "prod", "interval": "1h", "displayName": "Certificates"},
			 "status": "paused", "pause": {"reason": "Moved <b>", "until": "2026-12-24T08:00:00Z"}},
			 {"name": "of-another", "spec": {"integration": "other", "interval": "1h"}, "status": "alive"}], "next": null}""";

	private final RunningConsole console = RunningConsole.shared();

	private final FakePrograms programs = this.console.programs();

	@BeforeEach
	void noneBeats() {
		this.programs.answer("GET /api/v1/heartbeats", 200, NOTHING);
		this.programs.answer("GET /api/v1/integrations/prod/deliveries", 200, NOTHING);
	}

	@Test
	void listShowsWhatEachHeardLast() {
		this.programs.answer("GET /api/v1/integrations", 200,
				"""
						{"items": [{"name": "prod", "version": 1, "spec": {"type": "alertmanager", "team": "ops"}},
						 {"name": "quiet", "version": 1, "spec": {"type": "grafana", "displayName": "A quiet <one>"}}], "next": "quiet"}""");
		this.programs.answer("GET /api/v1/deliveries/last", 200,
				"{\"items\": [{\"integration\": \"prod\", \"delivery\": %s}], \"next\": null}"
					.formatted(refused("alerts: must be a list")));
		this.programs.answer("GET /api/v1/heartbeats", 200, LAPSED);
		String page = open(Role.VIEWER, "/console/integrations");
		assertThat(page).contains("href=\"/console/integrations/prod\"", "refused", "alerts: must be a list",
				"heartbeat missed", "A quiet &lt;one&gt;", "nothing arrived", "after=quiet",
				"aria-current=\"page\">Integrations");
	}

	@Test
	void anEmptyListSaysSo() {
		this.programs.answer("GET /api/v1/integrations", 200, NOTHING);
		this.programs.answer("GET /api/v1/deliveries/last", 200, NOTHING);
		assertThat(open(Role.VIEWER, "/console/integrations")).contains("There is no integration yet.");
	}

	@Test
	void whoMayConfigureSeesTheSetupAndAMaskedAddress() {
		integration("\"url\": \"https://vigie.example/integrations/v1/alertmanager/Abcdef-the-rest-is-secret/\",");
		this.programs.answer("GET /api/v1/integrations/prod/setup", 200,
				"""
						[{"title": "A receiver", "format": "yaml", "text": "url: https://vigie.example/Abcdef-the-rest-is-secret/\\n# <b>"}]""");
		String page = open(Role.MANAGER, "/console/integrations/prod");
		assertThat(page).contains("https://vigie.example/integrations/v1/alertmanager/Abcdef…/", "A receiver",
				"# &lt;b&gt;", "The sender also proves", "user and password");
		assertThat(page.split("the-rest-is-secret", -1)).as("the key is in the setup alone").hasSize(2);
	}

	@Test
	void viewersSeeNeitherAddressNorSetup() {
		integration("");
		String page = open(Role.VIEWER, "/console/integrations/prod");
		assertThat(page).contains("Only who may change integrations sees the address");
		assertThat(this.programs.received()).noneMatch((request) -> request.name().endsWith("/setup"));
	}

	@Test
	void deliveriesSayWhyNothingArrived() {
		integration("");
		this.programs.answer("GET /api/v1/integrations/prod/deliveries", 200,
				"""
						{"items": [%s, {"id": "b", "receivedAt": "2026-03-02T11:00:00Z", "outcome": "accepted", "alerts": 3, "size": 2049},
						 {"id": "c", "receivedAt": "2026-03-02T11:00:00Z", "outcome": "of-tomorrow", "alerts": 3, "size": 0}],
						 "next": "c"}"""
					.formatted(refused("<script>alert(1)</script>" + "y".repeat(1000))));
		String page = open(Role.VIEWER, "/console/integrations/prod");
		assertThat(page).contains("refused", "&lt;script&gt;alert(1)", "accepted", "3 kB", "of-tomorrow", "after=c")
			.doesNotContain("<script");
	}

	@Test
	void heartbeatsOfTheIntegrationAreShownWithTheirState() {
		integration("");
		this.programs.answer("GET /api/v1/heartbeats", 200, LAPSED);
		String page = open(Role.VIEWER, "/console/integrations/prod");
		assertThat(page)
			.contains("nightly", "missed", "24h", "Certificates", "paused", "Moved &lt;b&gt;", "until Dec 24")
			.doesNotContain("of-another");
	}

	@Test
	void whatIsNotThereOrAwayIsAPage() {
		assertThat(this.console.as(Role.VIEWER).open("/console/integrations/Not_A_Name").statusCode()).isEqualTo(400);
		this.programs.answer("GET /api/v1/integrations/none", 404, "{}");
		assertThat(this.console.as(Role.VIEWER).open("/console/integrations/none").statusCode()).isEqualTo(404);
		this.programs.answer("GET /api/v1/integrations", 503, "{}");
		HttpResponse<String> away = this.console.as(Role.VIEWER).open("/console/integrations");
		assertThat(away.statusCode()).isEqualTo(503);
		assertThat(away.body()).contains("does not answer at the moment");
	}

	@Test
	void frenchReadersReadFrench() {
		integration("");
		assertThat(this.console.as(Role.VIEWER).in("fr").open("/console/integrations/prod").body())
			.contains("Derniers envois", "Signaux de vie", "Réglage de l&#39;émetteur", "Rien n&#39;est arrivé");
	}

	private String open(Role role, String path) {
		HttpResponse<String> page = this.console.as(role).open(path);
		assertThat(page.statusCode()).isEqualTo(200);
		return page.body();
	}

	private void integration(String url) {
		this.programs.answer("GET /api/v1/integrations/prod", 200,
				"""
						{"name": "prod", "version": 3, %s "spec": {"type": "alertmanager", "displayName": null, "team": "ops", "staleAfter": "2h",
						 "locks": {"basic": {"username": "am", "password": "***"}, "hmac": null}, "settings": {"a": 1}}}"""
					.formatted(url));
	}

	private static String refused(String reason) {
		return """
				{"id": "a", "receivedAt": "2026-03-02T12:00:00Z", "outcome": "refused", "reason": "%s", "note": null,
				 "alerts": 0, "size": 10}""".formatted(reason);
	}

}
