import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sends alerts at a steady rate, each an incident of its own, and takes the mails that
 * page for them.
 */
public class Page {

	private static final Pattern KEY = Pattern.compile("\\b(?:warm|run)-\\d+\\b");

	private static final Map<String, Sent> SENT = new ConcurrentHashMap<>();

	private static final AtomicInteger REFUSED = new AtomicInteger();

	static class Sent {

		final long at = System.nanoTime();

		volatile long accepted;

		volatile long paged;

		final AtomicInteger times = new AtomicInteger();

	}

	public static void main(String[] arguments) throws Exception {
		Path access = Path.of(arguments[0]);
		int rate = Integer.parseInt(arguments[2]);
		int seconds = Integer.parseInt(arguments[3]);
		int warmUp = Integer.parseInt(arguments[4]);
		new Sink(Integer.parseInt(arguments[1]), Page::taken);
		while (!Files.exists(access)) {
			Thread.sleep(200);
		}
		String address = organise(Files.readString(access));
		Thread.sleep(2000); // whom to page has come around
		send(address, "warm", rate, warmUp);
		Thread.sleep(3000);
		SENT.clear();
		REFUSED.set(0);
		send(address, "run", rate, seconds);
		long patience = System.nanoTime() + 30_000_000_000L;
		while (System.nanoTime() < patience && SENT.values().stream().anyMatch((one) -> one.paged == 0)) {
			Thread.sleep(100);
		}
		report(rate, seconds);
	}

	private static void taken(String subject) {
		long now = System.nanoTime();
		Matcher matcher = KEY.matcher(subject);
		Sent sent = matcher.find() ? SENT.get(matcher.group()) : null;
		if (sent != null && sent.times.getAndIncrement() == 0) {
			sent.paged = now;
		}
	}

	private static String organise(String access) throws Exception {
		put(access, "people/ada", """
				{"displayName": "Ada", "contactMethods": [{"type": "email", "address": "ada@bench.example"}]}""");
		put(access, "teams/ops", """
				{"displayName": "Ops", "members": [{"person": "ada"}], "fallback": "ada"}""");
		put(access, "severity-rules/bench", "{\"rules\": [], \"default\": \"P1\"}");
		put(access, "escalation-policies/bench", """
				{"severities": {"P1": {"steps": [{"after": "0s", "notify": [{"person": "ada"}]},
				{"after": "1h", "notify": [{"person": "ada"}]}]}}}""");
		put(access, "routes/bench", """
				{"order": 1, "match": "true", "team": "ops", "severityRules": "bench", "escalationPolicy": "bench"}""");
		return field(put(access, "integrations/bench", "{\"type\": \"alertmanager\", \"team\": \"ops\"}"), "url");
	}

	private static String put(String access, String path, String spec) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create(field(access, "url") + "/api/v1/" + path))
			.header("Authorization", "Bearer " + field(access, "token"))
			.header("Content-Type", "application/json")
			.PUT(HttpRequest.BodyPublishers.ofString(spec))
			.build();
		try (HttpClient client = HttpClient.newHttpClient()) {
			HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
			if (answer.statusCode() / 100 != 2) {
				throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
			}
			return answer.body();
		}
	}

	private static String field(String json, String name) {
		Matcher matcher = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
		if (!matcher.find()) {
			throw new IllegalStateException("No " + name + " in " + json);
		}
		return matcher.group(1);
	}

	private static void send(String address, String name, int rate, int seconds) {
		long began = System.nanoTime();
		try (HttpClient client = HttpClient.newHttpClient()) {
			for (int i = 0; i < rate * seconds; i++) {
				LockSupport.parkNanos(began + i * 1_000_000_000L / rate - System.nanoTime());
				String key = name + "-" + i;
				HttpRequest request = HttpRequest.newBuilder(URI.create(address))
					.header("Content-Type", "application/json")
					.POST(HttpRequest.BodyPublishers.ofString(body(key)))
					.build();
				Sent sent = new Sent();
				SENT.put(key, sent);
				client.sendAsync(request, HttpResponse.BodyHandlers.discarding()).whenComplete((answer, failure) -> {
					sent.accepted = System.nanoTime();
					if (failure != null || answer.statusCode() / 100 != 2) {
						REFUSED.incrementAndGet();
					}
				});
			}
		}
	}

	private static String body(String key) {
		return """
				{"version": "4", "groupKey": "{}:{bench=\\"%1$s\\"}", "groupLabels": {"bench": "%1$s"}, "truncatedAlerts": 0,
				 "status": "firing", "receiver": "vigie", "alerts": [{"status": "firing", "labels": {"alertname": "DiskWillFill",
				 "instance": "%1$s", "bench": "%1$s", "severity": "critical", "service": "postgres", "cluster": "eu-west-1"}, "annotations":
				 {"summary": "Disk of %1$s fills", "description": "At the rate of the last hours."},
				 "startsAt": "2026-01-01T09:00:00.123Z", "endsAt": "0001-01-01T00:00:00Z",
				 "generatorURL": "http://prometheus.example:9090/graph?g0.expr=predict"}]}
				"""
			.formatted(key);
	}

	private static void report(int rate, int seconds) {
		System.out.printf("%d incidents/s for %d s: %d sent, %d refused, %d never paged, %d paged twice%n%n", rate, seconds,
				SENT.size(), REFUSED.get(), SENT.values().stream().filter((one) -> one.paged == 0).count(),
				SENT.values().stream().filter((one) -> one.times.get() > 1).count());
		System.out.println("| from | to | p50, ms | p90, ms | p99, ms | max, ms |");
		System.out.println("| --- | --- | --- | --- | --- | --- |");
		line("accepted | page taken by the mail server", (one) -> one.paged - one.accepted);
		line("sent | accepted", (one) -> one.accepted - one.at);
		line("sent | page taken by the mail server", (one) -> one.paged - one.at);
	}

	private static void line(String what, ToLongFunction<Sent> time) {
		long[] times = SENT.values().stream().filter((one) -> one.paged > 0).mapToLong(time).sorted().toArray();
		System.out.printf("| %s | %.1f | %.1f | %.1f | %.1f |%n", what, at(times, 0.5), at(times, 0.9), at(times, 0.99),
				at(times, 1));
	}

	private static double at(long[] times, double share) {
		return (times.length == 0) ? Double.NaN : times[(int) Math.min(times.length - 1, times.length * share)] / 1e6;
	}

}
