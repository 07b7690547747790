import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.postgresql.PGConnection;

/**
 * Sends alerts at a steady rate and watches the feed of escalation-service for their
 * incidents.
 */
public class Feed {

	/**
	 * An alert that is a group of its own is told by its incident.
	 */
	private static final String TOLD = """
			select position, data -> 'entry' ->> 'code', data -> 'incident' -> 'groupLabels' ->> 'bench'
			from escalation.feed_event where position > ? order by position
			""";

	/**
	 * One of many in a group may be told in a line with others, so it is looked for
	 * itself.
	 */
	private static final String JOINED = """
			select 0, 'HELD', labels ->> 'instance' from escalation.incident_alert where ? >= 0
			order by joined_at desc limit 1000
			""";

	private static final Map<String, Sent> SENT = new ConcurrentHashMap<>();

	private static final AtomicInteger REFUSED = new AtomicInteger();

	private static volatile boolean watching = true;

	static class Sent {

		final long at = System.nanoTime();

		volatile long accepted;

		volatile long opened;

		volatile int times;

		volatile long carriedOut;

	}

	public static void main(String[] arguments) throws Exception {
		Path data = Path.of(arguments[0]);
		int rate = Integer.parseInt(arguments[1]);
		int seconds = Integer.parseInt(arguments[2]);
		int warmUp = Integer.parseInt(arguments[3]);
		int groups = Integer.parseInt(arguments[4]);
		String access = Files.readString(data.resolve("access.json"));
		String address = integration(access);
		try (Connection database = connect(data)) {
			Thread watcher = Thread.ofPlatform().start(() -> watch(database, (groups > 0) ? JOINED : TOLD));
			send(address, "warm", rate, warmUp, groups);
			Thread.sleep(3000);
			SENT.clear();
			REFUSED.set(0);
			send(address, "run", rate, seconds, groups);
			long patience = System.nanoTime() + 30_000_000_000L;
			while (System.nanoTime() < patience && SENT.values().stream().anyMatch((one) -> one.opened == 0)) {
				Thread.sleep(100);
			}
			watching = false;
			watcher.join();
		}
		report(rate, seconds, groups);
	}

	private static String integration(String access) throws Exception {
		String url = field(access, "url");
		HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/api/v1/integrations/bench"))
			.header("Authorization", "Bearer " + field(access, "token"))
			.header("Content-Type", "application/json")
			.PUT(HttpRequest.BodyPublishers.ofString("{\"type\": \"alertmanager\"}"))
			.build();
		try (HttpClient client = HttpClient.newHttpClient()) {
			return field(client.send(request, HttpResponse.BodyHandlers.ofString()).body(), "url");
		}
	}

	private static String field(String json, String name) {
		Matcher matcher = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
		if (!matcher.find()) {
			throw new IllegalStateException("No " + name + " in " + json);
		}
		return matcher.group(1);
	}

	private static Connection connect(Path data) throws Exception {
		Properties login = new Properties();
		login.setProperty("user", "vigie");
		login.setProperty("password", Files.readString(data.resolve("postgres.password")).strip());
		return DriverManager.getConnection(
				"jdbc:postgresql://127.0.0.1:" + Files.readString(data.resolve("postgres.port")).strip() + "/vigie",
				login);
	}

	private static void watch(Connection database, String sql) {
		try {
			database.createStatement().execute("listen \"escalation.feed\"");
			PreparedStatement lines = database.prepareStatement(sql);
			PGConnection signals = database.unwrap(PGConnection.class);
			long position = 0;
			while (watching) {
				signals.getNotifications(100);
				lines.setLong(1, position);
				try (ResultSet rows = lines.executeQuery()) {
					long now = System.nanoTime();
					while (rows.next()) {
						position = rows.getLong(1);
						Sent sent = SENT.get(rows.getString(3));
						if (sent == null) {
							continue;
						}
						switch (rows.getString(2)) {
							case "INCIDENT_TRIGGERED" -> {
								sent.opened = now;
								sent.times++;
							}
							case "HELD" -> sent.opened = (sent.opened == 0) ? now : sent.opened;
							case "PAGE_QUEUED", "PAGE_FAILED" -> sent.carriedOut = now;
							default -> {
								// nothing to do with either
							}
						}
					}
				}
			}
		}
		catch (SQLException failure) {
			throw new IllegalStateException(failure);
		}
	}

	private static void send(String address, String name, int rate, int seconds, int groups) {
		long began = System.nanoTime();
		try (HttpClient client = HttpClient.newHttpClient()) {
			for (int i = 0; i < rate * seconds; i++) {
				LockSupport.parkNanos(began + i * 1_000_000_000L / rate - System.nanoTime());
				String key = name + "-" + i;
				Sent sent = new Sent();
				SENT.put(key, sent);
				HttpRequest request = HttpRequest.newBuilder(URI.create(address))
					.header("Content-Type", "application/json")
					.POST(HttpRequest.BodyPublishers
						.ofString(body(key, (groups > 0) ? name + "-group-" + i % groups : key)))
					.build();
				client.sendAsync(request, HttpResponse.BodyHandlers.discarding()).whenComplete((answer, failure) -> {
					sent.accepted = System.nanoTime();
					if (failure != null || answer.statusCode() / 100 != 2) {
						REFUSED.incrementAndGet();
					}
				});
			}
		}
	}

	private static String body(String key, String group) {
		return """
				{"version": "4", "groupKey": "{}:{bench=\\"%2$s\\"}", "groupLabels": {"bench": "%2$s"}, "truncatedAlerts": 0,
				 "status": "firing", "receiver": "vigie", "alerts": [{"status": "firing", "labels": {"alertname": "DiskWillFill",
				 "instance": "%1$s", "bench": "%2$s", "severity": "critical", "service": "postgres", "cluster": "eu-west-1"}, "annotations":
				 {"summary": "The disk of %1$s will be full in four hours", "description": "At the rate of the last hours."},
				 "startsAt": "2026-01-01T09:00:00.123Z", "endsAt": "0001-01-01T00:00:00Z",
				 "generatorURL": "http://prometheus.example:9090/graph?g0.expr=predict"}]}
				"""
			.formatted(key, group);
	}

	private static void report(int rate, int seconds, int groups) {
		System.out.printf("%d alerts/s for %d s%s: %d sent, %d refused, %d never opened, %d opened twice%n%n", rate,
				seconds, (groups > 0) ? " into " + groups + " groups" : "", SENT.size(), REFUSED.get(),
				SENT.values().stream().filter((one) -> one.opened == 0).count(),
				SENT.values().stream().filter((one) -> one.times > 1).count());
		System.out.println("| from | to | p50, ms | p90, ms | p99, ms | max, ms |");
		System.out.println("| --- | --- | --- | --- | --- | --- |");
		line("accepted | incident opened or joined", (one) -> one.opened - one.accepted);
		line("sent | accepted", (one) -> one.accepted - one.at);
		line("sent | incident opened or joined", (one) -> one.opened - one.at);
		line("incident opened | step carried out",
				(one) -> (one.carriedOut > 0) ? one.carriedOut - one.opened : Long.MAX_VALUE);
	}

	private static void line(String what, ToLongFunction<Sent> time) {
		long[] times = SENT.values()
			.stream()
			.filter((one) -> one.opened > 0)
			.mapToLong(time)
			.filter((took) -> took < Long.MAX_VALUE)
			.sorted()
			.toArray();
		System.out.printf("| %s | %.1f | %.1f | %.1f | %.1f |%n", what, at(times, 0.5), at(times, 0.9), at(times, 0.99),
				at(times, 1));
	}

	private static double at(long[] times, double share) {
		return (times.length == 0) ? Double.NaN : times[(int) Math.min(times.length - 1, times.length * share)] / 1e6;
	}

}
