package dev.vigie.escalation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * The programs this one asks, and a receiver of webhooks, on one port.
 */
public class FakeNeighbours {

	private static final String NOBODY = """
			{"people": [], "teams": [], "schedules": []}
			""";

	private final List<Posted> hooks = new CopyOnWriteArrayList<>();

	private final HttpServer server;

	private volatile String roster = NOBODY;

	private volatile String drafts = "";

	private volatile int draftsAnswer = 200;

	private volatile boolean onCallAway;

	private volatile boolean runbooksAway;

	private volatile int hookAnswer = 200;

	private volatile String hookBody = "";

	FakeNeighbours() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
		}
		catch (IOException failure) {
			throw new IllegalStateException(failure);
		}
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/oauth2/token",
				(call) -> answer(call, 200, "{\"access_token\": \"token\", \"expires_in\": 3600}"));
		this.server.createContext("/api/v1/roster", (call) -> answer(call, this.onCallAway ? 503 : 200, this.roster));
		this.server.createContext("/api/v1/schedules:preview",
				(call) -> answer(call, this.onCallAway ? 503 : this.draftsAnswer, this.drafts));
		this.server.createContext("/api/v1/runbooks/match", this::match);
		this.server.createContext("/hook", this::hook);
		this.server.start();
	}

	String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	public String hookUrl() {
		return url() + "/hook/secret-path";
	}

	void reset() {
		this.roster = NOBODY;
		this.onCallAway = false;
		this.runbooksAway = false;
		this.hookAnswer = 200;
		this.hookBody = "";
		this.hooks.clear();
	}

	public void roster(String json) {
		this.roster = json;
	}

	/**
	 * What drafts of schedules come to.
	 */
	public void drafts(int status, String json) {
		this.draftsAnswer = status;
		this.drafts = json;
	}

	public void onCallAway(boolean away) {
		this.onCallAway = away;
	}

	public void runbooksAway(boolean away) {
		this.runbooksAway = away;
	}

	public void hookAnswers(int status) {
		this.hookAnswer = status;
	}

	/**
	 * The webhook answers 200 with this body.
	 */
	public void hookSays(String body) {
		this.hookBody = body;
	}

	public List<Posted> hooks() {
		return List.copyOf(this.hooks);
	}

	// Says of each subject that one runbook fits.
	private void match(HttpExchange call) throws IOException {
		String asked = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		StringBuilder items = new StringBuilder();
		for (String part : asked.split("\"key\":\"")) {
			if (!part.startsWith("{")) {
				items.append(items.isEmpty() ? "" : ",").append("""
						{"key": "%s", "matches": [{"name": "disk", "title": "Full disk", "version": 1,
						"url": "http://vigie/runbooks/disk", "reason": "alertname=DiskFull"}]}
						""".formatted(part.substring(0, part.indexOf('"'))));
			}
		}
		answer(call, this.runbooksAway ? 500 : 200, "{\"items\": [" + items + "]}");
	}

	private void hook(HttpExchange call) throws IOException {
		this.hooks.add(new Posted(call.getRequestHeaders(),
				new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
		call.getResponseHeaders().add("Location", url() + "/elsewhere");
		answer(call, this.hookAnswer, this.hookBody);
	}

	private static void answer(HttpExchange call, int status, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		call.getResponseHeaders().add("Content-Type", "application/json");
		call.sendResponseHeaders(status, (bytes.length == 0) ? -1 : bytes.length);
		call.getResponseBody().write(bytes);
		call.close();
	}

	/**
	 * What a webhook got.
	 */
	public record Posted(Headers headers, String body) {
	}

}
