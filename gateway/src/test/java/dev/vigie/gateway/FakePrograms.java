package dev.vigie.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for all programs behind the gateway: it remembers what reached it and answers
 * as told.
 */
public class FakePrograms implements AutoCloseable {

	private final HttpServer server;

	private final List<Received> received = new CopyOnWriteArrayList<>();

	private final Map<String, Answer> answers = new ConcurrentHashMap<>();

	private final Map<String, String> headers = new ConcurrentHashMap<>();

	private final Map<String, CountDownLatch> delays = new ConcurrentHashMap<>();

	private volatile boolean hangsUp;

	public FakePrograms() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/", this::handle);
		this.server.start();
	}

	public String address() {
		return "http://localhost:" + this.server.getAddress().getPort();
	}

	public void reset() {
		this.received.clear();
		this.answers.clear();
		this.headers.clear();
		this.delays.clear();
	}

	/**
	 * From now on, does not answer this before something has happened.
	 */
	public void delay(String methodAndPath, CountDownLatch until) {
		this.delays.put(methodAndPath, until);
	}

	public void answer(String methodAndPath, int status, String body) {
		this.answers.put(methodAndPath, new Answer(status, body));
	}

	/**
	 * From now on, answers with this header as well.
	 */
	public void answerWith(String header, String value) {
		this.headers.put(header, value);
	}

	/**
	 * From now on, ends connections instead of answering.
	 */
	public void hangUp(boolean hangsUp) {
		this.hangsUp = hangsUp;
	}

	public List<Received> received() {
		return List.copyOf(this.received);
	}

	public Received last() {
		return this.received.getLast();
	}

	private void handle(HttpExchange exchange) throws IOException {
		if (this.hangsUp) {
			throw new IOException("hung up");
		}
		String name = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
		long size = 0;
		StringBuilder start = new StringBuilder();
		try (InputStream body = exchange.getRequestBody()) {
			byte[] buffer = new byte[65_536];
			for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
				if (size < 10_000) {
					start.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
				}
				size += count;
			}
		}
		this.received.add(new Received(name, exchange.getRequestURI(), Map.copyOf(exchange.getRequestHeaders()),
				start.toString(), size));
		await(name);
		Answer answer = this.answers.getOrDefault(name, new Answer(200, "{}"));
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		this.headers.forEach(exchange.getResponseHeaders()::set);
		byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(answer.status(), (bytes.length == 0) ? -1 : bytes.length);
		try (OutputStream out = exchange.getResponseBody()) {
			out.write(bytes);
		}
	}

	private void await(String name) throws IOException {
		try {
			CountDownLatch until = this.delays.get(name);
			if (until != null) {
				until.await();
			}
		}
		catch (InterruptedException _) {
			throw new IOException("interrupted");
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	/**
	 * What to answer.
	 */
	private record Answer(int status, String body) {
	}

	/**
	 * A request that reached the programs.
	 */
	public record Received(String name, URI uri, Map<String, List<String>> headers, String body, long size) {

		public @Nullable String header(String name) {
			return this.headers.entrySet()
				.stream()
				.filter((entry) -> entry.getKey().equalsIgnoreCase(name))
				.map((entry) -> entry.getValue().getFirst())
				.findFirst()
				.orElse(null);
		}

	}

}
