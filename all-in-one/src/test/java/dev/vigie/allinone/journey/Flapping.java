package dev.vigie.allinone.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Groups of alerts that fire and resolve in turn, each told by a sender that behaves as
 * Alertmanager: one body after the other, the same one again until it is answered with
 * 2xx. In every fourth group all alerts turn at once, so that its incident resolves and
 * opens again.
 */
final class Flapping {

	static final int GROUPS = 40;

	static final int ALERTS = 5;

	private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

	private static final Duration ROUND = Duration.ofSeconds(1);

	private static final Duration PATIENCE = Duration.ofMillis(500);

	private final String name;

	private final String url;

	private final int[] accepted = new int[GROUPS];

	private final AtomicInteger repeated = new AtomicInteger();

	private volatile boolean stopping;

	private List<Thread> senders = List.of();

	Flapping(String name, String url) {
		this.name = name;
		this.url = url;
	}

	Flapping start() {
		this.senders = IntStream.range(0, GROUPS)
			.mapToObj((group) -> Thread.ofVirtual().start(() -> send(group)))
			.toList();
		return this;
	}

	/**
	 * Ends once everybody's last body is accepted.
	 */
	void stop() throws InterruptedException {
		this.stopping = true;
		for (Thread sender : this.senders) {
			if (!sender.join(Duration.ofMinutes(2))) {
				throw new AssertionError("A sender's body is not accepted for two minutes");
			}
		}
	}

	int accepted() {
		return IntStream.of(this.accepted).sum() * ALERTS;
	}

	/**
	 * How often a body had to be sent again.
	 */
	int repeated() {
		return this.repeated.get();
	}

	private void send(int group) {
		Api api = new Api("", null);
		long due = System.nanoTime() + ROUND.toNanos() * group / GROUPS;
		for (int round = 0; !this.stopping; round++) {
			LockSupport.parkNanos(due - System.nanoTime());
			String body = body(group, round);
			while (api.send("POST", this.url, body).status() / 100 != 2) {
				this.repeated.incrementAndGet();
				LockSupport.parkNanos(PATIENCE.toNanos());
			}
			this.accepted[group]++;
			due = Math.max(due + ROUND.toNanos(), System.nanoTime());
		}
	}

	private static boolean fires(int group, int alert, int round) {
		return (group % 4 == 0) ? round % 2 == 0 : (round + alert) % 2 == 0;
	}

	private String fingerprint(int group, int alert) {
		return "%s-%d-%d".formatted(this.name, group, alert);
	}

	private String body(int group, int round) {
		String labels = "\"alertname\": \"Flapping\", \"unit\": \"%s-%d\"".formatted(this.name, group);
		return """
				{"version": "4", "groupKey": "{}:{unit=\\"%1$s-%2$d\\"}", "truncatedAlerts": 0, "status": "firing",
				"groupLabels": {"unit": "%1$s-%2$d"}, "alerts": [%3$s]}""".formatted(this.name, group,
				IntStream.range(0, ALERTS)
					.mapToObj((alert) -> alert(group, alert, round, labels))
					.collect(Collectors.joining(", ")));
	}

	private String alert(int group, int alert, int round, String labels) {
		boolean firing = fires(group, alert, round);
		return """
				{"status": "%s", "labels": {%s, "part": "%d"}, "annotations": {}, "startsAt": "%s", "endsAt": "%s",
				"fingerprint": "%s"}""".formatted(firing ? "firing" : "resolved", labels, alert,
				START.plusSeconds(firing ? round : round - 1),
				firing ? "0001-01-01T00:00:00Z" : START.plusSeconds(round).toString(), fingerprint(group, alert));
	}

	/**
	 * What there is to tell of each alert, by fingerprint and in order, after what was
	 * accepted.
	 */
	Map<String, List<Turn>> turns() {
		Map<String, List<Turn>> turns = new LinkedHashMap<>();
		for (int group = 0; group < GROUPS; group++) {
			for (int alert = 0; alert < ALERTS; alert++) {
				turns.put(fingerprint(group, alert), turns(group, alert));
			}
		}
		return turns;
	}

	private List<Turn> turns(int group, int alert) {
		List<Turn> turns = new ArrayList<>();
		for (int round = 0; round < this.accepted[group]; round++) {
			if (fires(group, alert, round)) {
				turns.add(new Turn(true, START.plusSeconds(round)));
			}
			else if (round > 0) {
				turns.add(new Turn(false, START.plusSeconds(round - 1)));
			}
		}
		return turns;
	}

	/**
	 * An alert begins to fire, or what began then is over.
	 */
	record Turn(boolean firing, Instant startsAt) {
	}

}
