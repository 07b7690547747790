package dev.vigie.alertingest.delivery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.vigie.alertingest.AlertIngestApplication;
import dev.vigie.alertingest.IntegrationRows;
import dev.vigie.alertingest.Fixtures;
import dev.vigie.testsupport.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The program behind its real HTTP server, where bodies are streams and connections
 * break.
 */
class AlertmanagerServerIntegrationTests {

	private static final int LIMIT = 32 * 1024 * 1024;

	private static ConfigurableApplicationContext program;

	private static JdbcClient jdbc;

	private static URI address;

	private final HttpClient http = HttpClient.newHttpClient();

	@BeforeAll
	static void start() {
		program = AlertIngestApplication.builder()
			.run("--server.port=0", "--spring.datasource.url=" + TestDatabase.create(), "--vigie.workers.enabled=false",
					"--spring.datasource.username=", "--spring.datasource.password=");
		jdbc = program.getBean(JdbcClient.class);
		IntegrationRows.insert(jdbc, "prod", "alertmanager");
		address = URI.create("http://localhost:" + program.getEnvironment().getProperty("local.server.port")
				+ "/integrations/v1/alertmanager/secret/");
	}

	@AfterAll
	static void stop() {
		program.close();
	}

	@BeforeEach
	void forget() {
		jdbc.sql("truncate delivery, alert, alert_episode, alert_group, feed_event cascade").update();
	}

	@Test
	void answersTheSenderOfATooLongBody() throws Exception {
		assertThat(post(BodyPublishers.ofByteArray(new byte[LIMIT + 1])).statusCode()).isEqualTo(413);
		BodyPublisher chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[LIMIT + 1]));
		assertThat(post(chunked).statusCode()).isEqualTo(413);
		assertThat(outcomes()).containsExactly("REFUSED", "REFUSED");
	}

	@Test
	void takesBodiesOfUnannouncedLength() throws Exception {
		BodyPublisher small = BodyPublishers
			.ofInputStream(() -> new ByteArrayInputStream(Fixtures.bytes("alertmanager/webhook-v4-firing-two")));
		assertThat(post(small).statusCode()).isEqualTo(200);
		byte[] large = padded(3 * 1024 * 1024);
		HttpResponse<String> answer = post(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)));
		assertThat(answer.body()).isEqualTo("{\"accepted\":0}");
	}

	@Test
	void readsABodyThatClaimsToBeAForm() throws Exception {
		for (String method : List.of("PUT", "POST")) {
			for (String type : List.of("application/x-www-form-urlencoded", "multipart/form-data; boundary=x")) {
				HttpRequest request = HttpRequest.newBuilder(address)
					.header("Content-Type", type)
					.method(method, BodyPublishers.ofByteArray(Fixtures.bytes("alertmanager/webhook-v4-firing-two")))
					.build();
				assertThat(this.http.send(request, BodyHandlers.ofString()).body()).isEqualTo("{\"accepted\":2}");
			}
		}
	}

	@Test
	void leavesATraceOfABodyThatWasCutOff() throws Exception {
		try (Socket socket = new Socket(address.getHost(), address.getPort())) {
			socket.getOutputStream()
				.write("POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{\"alerts\":"
					.formatted(address.getPath())
					.getBytes(StandardCharsets.US_ASCII));
		}
		await().untilAsserted(() -> assertThat(outcomes()).containsExactly("REFUSED"));
	}

	@Test
	void holdsOnlySoManyLargeBodiesAtOnce() throws Exception {
		byte[] large = padded(8 * 1024 * 1024);
		List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
		for (int i = 0; i < 24; i++) {
			answers.add(
					this.http.sendAsync(HttpRequest.newBuilder(address).POST(BodyPublishers.ofByteArray(large)).build(),
							BodyHandlers.ofString()));
		}
		for (CompletableFuture<HttpResponse<String>> answer : answers) {
			assertThat(answer.get().statusCode()).isIn(200, 503);
		}
		assertThat(post(BodyPublishers.ofByteArray(large)).statusCode()).isEqualTo(200);
	}

	private HttpResponse<String> post(BodyPublisher body) throws IOException, InterruptedException {
		return this.http.send(HttpRequest.newBuilder(address).POST(body).build(), BodyHandlers.ofString());
	}

	private static List<String> outcomes() {
		return jdbc.sql("select outcome from delivery").query(String.class).list();
	}

	private static byte[] padded(int length) {
		String body = "{\"alerts\": [], \"padding\": [" + "\"0123456789\",".repeat(length / 13) + "0]}";
		return body.getBytes(StandardCharsets.UTF_8);
	}

}
