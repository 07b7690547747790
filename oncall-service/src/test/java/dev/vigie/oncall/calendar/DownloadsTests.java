package dev.vigie.oncall.calendar;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class DownloadsTests {

	private final CountDownLatch never = new CountDownLatch(1);

	private HttpServer server;

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.never.countDown();
		this.server.stop(0);
	}

	@Test
	void asksOnlyForWhatIsNew() {
		answer("/a", (exchange) -> {
			if ("\"7\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))
					&& "Monday".equals(exchange.getRequestHeaders().getFirst("If-Modified-Since"))) {
				exchange.sendResponseHeaders(304, -1);
				return;
			}
			exchange.getResponseHeaders().set("ETag", "\"7\"");
			exchange.getResponseHeaders().set("Last-Modified", "Monday");
			send(exchange, 200, "BEGIN:VCALENDAR é");
		});
		assertThat(downloads(true).fetch(at("/a"), null, null))
			.isEqualTo(new Answer.Text("BEGIN:VCALENDAR é", "\"7\"", "Monday"));
		assertThat(downloads(true).fetch(at("/a"), "\"7\"", "Monday")).isEqualTo(new Answer.Same());
	}

	@Test
	void followsWhereItIsSentAndNotForEver() {
		answer("/a", (exchange) -> redirect(exchange, "b?x=1"));
		answer("/b", (exchange) -> send(exchange, 200, "here"));
		answer("/circle", (exchange) -> redirect(exchange, "/circle"));
		answer("/file", (exchange) -> redirect(exchange, "file:///etc/passwd"));
		answer("/user", (exchange) -> redirect(exchange, "http://a:b@127.0.0.1/"));
		assertThat(downloads(true).fetch(at("/a"), null, null)).isEqualTo(new Answer.Text("here", null, null));
		assertThat(downloads(true).fetch(at("/circle"), null, null)).isInstanceOf(Answer.Failed.class);
		assertThat(downloads(true).fetch(at("/file"), null, null)).isInstanceOf(Answer.Failed.class);
		assertThat(downloads(true).fetch(at("/user"), null, null)).isInstanceOf(Answer.Failed.class);
	}

	@Test
	void comesBackWithAReasonThatHoldsNoAddress() {
		answer("/gone", (exchange) -> send(exchange, 404, "no"));
		answer("/large", (exchange) -> send(exchange, 200, "x".repeat(2_000_000)));
		answer("/slow", (exchange) -> {
			exchange.sendResponseHeaders(200, 0);
			exchange.getResponseBody().write('B');
			exchange.getResponseBody().flush();
			await();
		});
		assertThat(reason("/gone")).isEqualTo("Its server answered 404");
		assertThat(reason("/large")).isEqualTo("It is larger than 1 MB");
		assertThat(reason(downloads(true, Duration.ofSeconds(1)), "/slow")).isIn("It took too long",
				"Its server did not answer in time"); // whichever limit is felt first
		this.server.stop(0);
		assertThat(reason("/gone")).isEqualTo("Its server cannot be reached");
	}

	private void await() {
		try {
			this.never.await();
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	private String reason(String path) {
		return reason(downloads(true), path);
	}

	private String reason(Downloads downloads, String path) {
		Answer answer = downloads.fetch(at(path), null, null);
		assertThat(answer).isInstanceOf(Answer.Failed.class);
		return ((Answer.Failed) answer).reason();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://127.0.0.1:1/", "http://localhost:1/", "http://[::1]:1/", "http://169.254.169.254/",
			"http://10.0.0.1/", "http://2130706433/", "http://[::ffff:127.0.0.1]/" })
	void goesNowhereIntoThePrivateNetwork(String address) {
		assertThat(downloads(false).fetch(URI.create(address), null, null)).isInstanceOfSatisfying(Answer.Failed.class,
				(failed) -> assertThat(failed.reason()).isIn("The address leads into a private network",
						"The name of its server is not known"));
	}

	@Test
	void isNotLedIntoThePrivateNetworkEither() throws IOException {
		answer("/a", (exchange) -> redirect(exchange, "http://127.0.0.1:1/"));
		assertThat(downloads(false).fetch(at("/a"), null, null)).isInstanceOf(Answer.Failed.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ftp://example.org/a.ics", "file:///etc/passwd", "https://a:b@example.org/", "/a.ics",
			"https://example.org/#b", "https://exa mple.org", "javascript:1" })
	void knowsWhatIsNoAddress(String text) {
		assertThat(CalendarAddress.of(text)).isEmpty();
	}

	@Test
	void readsWebcalAsWhatItStandsFor() {
		assertThat(CalendarAddress.of("webcal://example.org/a.ics")).contains(URI.create("https://example.org/a.ics"));
	}

	private Downloads downloads(boolean allowPrivate) {
		return downloads(allowPrivate, Duration.ofMinutes(1));
	}

	private Downloads downloads(boolean allowPrivate, Duration timeout) {
		CalendarProperties properties = new CalendarProperties(allowPrivate, timeout, DataSize.ofMegabytes(1));
		return new Downloads(new CalendarConfiguration().calendarClient(properties), properties);
	}

	private URI at(String path) {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort() + path);
	}

	private void answer(String path, Handler handler) {
		this.server.createContext(path, (exchange) -> {
			try (exchange) {
				handler.handle(exchange);
			}
		});
	}

	private static void send(HttpExchange exchange, int status, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(status, bytes.length);
		exchange.getResponseBody().write(bytes);
	}

	private static void redirect(HttpExchange exchange, String to) throws IOException {
		exchange.getResponseHeaders().set("Location", to);
		exchange.sendResponseHeaders(302, -1);
	}

	private interface Handler {

		void handle(HttpExchange exchange) throws IOException;

	}

}
