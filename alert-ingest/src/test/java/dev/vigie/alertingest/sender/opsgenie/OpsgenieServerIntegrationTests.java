package dev.vigie.alertingest.sender.opsgenie;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.vigie.alertingest.AlertIngestApplication;
import dev.vigie.alertingest.IntegrationRows;
import dev.vigie.testsupport.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Opsgenie's API behind the real HTTP server, which reads paths before anybody else does.
 */
class OpsgenieServerIntegrationTests {

	private static ConfigurableApplicationContext program;

	private static JdbcClient jdbc;

	private static String address;

	private final HttpClient http = HttpClient.newHttpClient();

	@BeforeAll
	static void start() {
		program = AlertIngestApplication.builder()
			.run("--server.port=0", "--spring.datasource.url=" + TestDatabase.create(), "--vigie.workers.enabled=false",
					"--spring.datasource.username=", "--spring.datasource.password=");
		jdbc = program.getBean(JdbcClient.class);
		IntegrationRows.insert(jdbc, "og", "opsgenie");
		address = "http://localhost:" + program.getEnvironment().getProperty("local.server.port");
	}

	@AfterAll
	static void stop() {
		program.close();
	}

	@DisplayName("Check 18: a change right after the creation is taken and applied, whatever the alias holds")
	@ParameterizedTest
	@CsvSource({ "db01/disk full?, db01%2Fdisk%20full%3F", "100% a, 100%25%20a", "%2F, %252F", "//a/, %2F%2Fa%2F",
			"a\\\\b, a%5Cb", "a;b=c, a%3Bb%3Dc", "a&b=c#d, a%26b%3Dc%23d", "ü, %C3%BC" })
	void findsAnAliasWithAnyCharacter(String alias, String encoded) throws Exception {
		String body = "{\"message\": \"m\", \"alias\": \"" + alias + "\"}";
		assertThat(send("POST", "/v2/alerts", body)).isEqualTo(202);
		String found = "select annotations ->> 'summary' || status from alert where fingerprint = ?";
		String stored = alias.replace("\\\\", "\\");
		for (String root : new String[] { "/v2/alerts/", "/integrations/v1/opsgenie/secret/v2/alerts/" }) {
			assertThat(send("PUT", root + encoded + "/message?identifierType=alias", "{\"message\": \"" + root + "\"}"))
				.isEqualTo(202);
			assertThat(jdbc.sql(found).param(stored).query(String.class).single()).isEqualTo(root + "FIRING");
		}
		assertThat(send("GET", "/v2/alerts/" + encoded + "?identifierType=alias", "")).isEqualTo(200);
		assertThat(send("POST", "/jsm/ops/integration/v2/alerts/" + encoded + "/close?identifierType=alias", "{}"))
			.isEqualTo(202);
		assertThat(jdbc.sql(found).param(stored).query(String.class).single()).endsWith("RESOLVED");
	}

	@Test
	void refusesEncodedSlashesElsewhere() throws Exception {
		assertThat(send("GET", "/api/v1/integrations/a%2Fb", "")).isEqualTo(400);
		assertThat(send("POST", "/integrations/v1/alertmanager/a%2Fb", "{}")).isEqualTo(400);
	}

	@Test
	void readsABodyThatClaimsToBeAForm() throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/v2/alerts?apiKey=secret"))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString("{\"message\": \"a&b=c\", \"alias\": \"form\"}"))
			.build();
		assertThat(this.http.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(202);
	}

	private int send(String method, String path, String body) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
			.header("Authorization", "GenieKey secret")
			.header("X-Forwarded-Host", "vigie.example")
			.header("X-Forwarded-Proto", "https")
			.method(method, BodyPublishers.ofString(body))
			.build();
		HttpResponse<String> response = this.http.send(request, BodyHandlers.ofString());
		return response.statusCode();
	}

}
