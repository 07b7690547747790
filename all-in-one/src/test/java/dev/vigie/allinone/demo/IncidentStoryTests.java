package dev.vigie.allinone.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.vigie.allinone.api.VigieApi;

import static org.assertj.core.api.Assertions.assertThat;

class IncidentStoryTests {

	static final ExampleAlert ALERT = new ExampleAlert(Instant.parse("2026-03-01T12:00:00Z"));

	private final StringWriter told = new StringWriter();

	private final AtomicInteger asked = new AtomicInteger();

	private HttpServer server;

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	@Test
	void isToldToItsEndAlthoughVigieIsAwayForAWhile() {
		String release = ALERT.payload().path("groupLabels").path("release").asString();
		answer("/api/v1/incidents", """
				{"items": [{"id": "INC-7", "number": 7, "title": "Slow", "groupLabels": {"release": "%s"}}]}"""
			.formatted(release));
		answer("/api/v1/incidents/7/timeline", """
				{"items": [{"id": "1", "code": "PAGE_DELIVERED", "text": "paged", "occurredAt": "2026-03-01T12:00:00Z"},
				{"id": "2", "code": "OTHER", "text": "more", "occurredAt": "2026-03-01T12:01:00Z"}]}""");
		IncidentStory story = IncidentStory.of(ALERT, api(), new PrintWriter(this.told, true));
		story.tellUntilPaged();
		this.server.removeContext("/api/v1/incidents/7/timeline");
		answer("/api/v1/incidents/7/timeline", """
				{"items": [{"id": "3", "code": "RESOLVED", "text": "over", "occurredAt": "2026-03-01T12:02:00Z"}]}""");
		story.tellUntilResolved();
		assertThat(this.told.toString().lines()).map(String::strip)
			.containsExactly("INC-7  Slow", "12:00:00  paged", "12:01:00  more", "12:02:00  over");
	}

	// First a server error, then a connection that ends, only then what was asked.
	private void answer(String path, String body) {
		this.asked.set(0);
		this.server.createContext(path, (exchange) -> {
			switch (this.asked.getAndIncrement()) {
				case 0 -> send(exchange, 500, "{}");
				case 1, 2 -> exchange.close();
				case 3 -> send(exchange, 503, "not even JSON");
				default -> send(exchange, 200, body);
			}
		});
	}

	private static void send(HttpExchange exchange, int status, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(status, bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

	private VigieApi api() {
		return new VigieApi("http://127.0.0.1:" + this.server.getAddress().getPort(), "token");
	}

}
