package dev.vigie.allinone.journey;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The console in a real browser: sign in with the one-time password, choose a password,
 * take charge, resolve, and see what arrived.
 */
class ConsoleJourneyTests {

	private static final String CHOSEN = "a-long-enough-password-42";

	private static Playwright playwright;

	private static Browser browser;

	private final Journey journey = Journey.shared();

	@BeforeAll
	static void start() {
		Path chromium = Installed.chromium();
		playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		browser = playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(chromium)
				.setChromiumSandbox(false)
				.setArgs(List.of("--disable-gpu", "--disable-background-networking", "--no-first-run")));
	}

	@AfterAll
	static void stop() {
		if (playwright != null) {
			playwright.close();
		}
	}

	@Test
	void anEngineerTakesChargeAndResolves() {
		Organisation ops = Organisation.in(this.journey.api());
		String alert = Organisation.webhook("firing", "SeenInTheConsole", "critical", "2026-03-02T11:59:00Z")
			.replace("\"labels\": {", "\"labels\": {\"service\": \"checkout\", ");
		assertThat(this.journey.api().as(null).send("POST", ops.alertmanagerUrl(), alert).status()).isEqualTo(200);
		assertThat(this.journey.api()
			.send("POST", "/api/v1/changes",
					"""
							{"summary": "checkout 1.4.0", "service": "checkout", "happenedAt": "%s"}"""
						.formatted(this.journey.clock().instant().minus(Duration.ofMinutes(12))))
			.status()).isEqualTo(201);
		JsonNode incident = this.journey.incident("SeenInTheConsole", "triggered");
		String password = this.journey.oneTimePassword();
		try (BrowserContext context = browser
			.newContext(new Browser.NewContextOptions().setLocale("en").setViewportSize(390, 844))) {
			Page page = context.newPage();
			page.navigate(this.journey.suite().url() + "/incidents/" + incident.get("number").asLong());
			signIn(page, password);
			assertThat(page.locator("body")).containsText("SeenInTheConsole happened");
			assertThat(page.locator("body")).containsText("checkout 1.4.0");
			assertFits(page);

			page.locator("form[action$='/acknowledge'] button").first().click();
			this.journey.incident("SeenInTheConsole", "acknowledged");
			page.locator("form[action$='/resolve'] button").first().click();
			this.journey.incident("SeenInTheConsole", "resolved");
			assertThat(page.locator("body")).containsText("resolved", new ContainsTextOptions().setIgnoreCase(true));
			seesWhatArrived(page);
			declaresAndLeads(page);
		}
	}

	private void declaresAndLeads(Page page) {
		page.navigate(this.journey.suite().url() + "/incidents/declare");
		page.locator("input[name=title]").fill("Cards are refused at the till");
		page.locator("select[name=severity]").selectOption("P2");
		assertFits(page);
		page.locator("form[action$='/declare'] button").dblclick();
		assertThat(page.locator("h1")).containsText("Cards are refused at the till");
		assertThat(this.journey.api().get("/api/v1/incidents?q=till").get("items")).as("declared once").hasSize(1);

		page.locator("form[action$='/roles/commander/take'] button").click();
		assertThat(page.locator("section[aria-labelledby=roles] li").first()).containsText("admin");
		page.getByText("Write an update").click();
		page.locator("textarea[name=message]").fill("The bank looks into it.");
		page.locator("button[formaction$='/updates/preview']").click();
		assertThat(page.locator(".preview")).containsText("The bank looks into it.");
		assertThat(page.locator("section[aria-labelledby=updates] .timeline")).hasCount(0);
		page.locator("form[action$='/updates'] button").first().click();
		assertThat(page.locator("section[aria-labelledby=updates] .timeline")).containsText("The bank looks into it.");
		assertFits(page);

		page.locator("form[action$='/resolve'] button").click();
		page.locator(".reach select[name=outcome]").selectOption("test");
		page.locator("form[action$='/close'] button").click();
		assertThat(page.locator(".state").first()).containsText("closed");
	}

	private static void seesWhatArrived(Page page) {
		page.locator("nav a").last().click();
		assertThat(page.locator("body")).containsText("accepted");
		assertFits(page);
		page.locator("a[href='/console/integrations/alertmanager']").click();
		assertThat(page.locator("h1")).containsText("alertmanager");
		page.locator("details summary").first().click();
		assertThat(page.locator("details pre").first()).containsText("webhook_configs");
		assertFits(page);
	}

	private static void assertFits(Page page) {
		page.waitForLoadState(); // with its style sheet
		assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
			.as("nothing is wider than the phone")
			.isEqualTo(true);
	}

	private static void signIn(Page page, String password) {
		page.locator("input[name=username]").fill("admin");
		page.locator("input[name=password]").fill(password);
		page.locator("form[action$='/login'] button").click();
		page.locator("input[name=present]").fill(password);
		page.locator("input[name=chosen]").fill(CHOSEN);
		page.locator("input[name=repeated]").fill(CHOSEN);
		page.locator("form[action$='/password'] button").click();
	}

}
