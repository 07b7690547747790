package dev.vigie.allinone.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Something to watch: troubles that a test makes and mends, as Prometheus scrapes them.
 */
final class Exporter implements AutoCloseable {

	private final Map<String, Integer> troubles = new ConcurrentSkipListMap<>();

	private final HttpServer server;

	Exporter() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
		this.server.createContext("/metrics", this::answer);
		this.server.start();
	}

	String target() {
		return "127.0.0.1:" + this.server.getAddress().getPort();
	}

	/**
	 * Makes trouble, for example of {@code disk_full} with {@code disk="db-1"}.
	 */
	void make(String name, String labels) {
		this.troubles.put("%s{%s}".formatted(name, labels), 1);
	}

	void mend(String name, String labels) {
		this.troubles.put("%s{%s}".formatted(name, labels), 0);
	}

	private void answer(HttpExchange exchange) throws IOException {
		StringBuilder metrics = new StringBuilder();
		this.troubles.forEach((trouble, there) -> metrics.append("%s %d\n".formatted(trouble, there)));
		byte[] body = metrics.toString().getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
		exchange.sendResponseHeaders(200, body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
