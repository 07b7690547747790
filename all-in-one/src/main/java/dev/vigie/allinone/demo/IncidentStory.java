package dev.vigie.allinone.demo;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import tools.jackson.databind.JsonNode;

import dev.vigie.allinone.CommandFailure;
import dev.vigie.allinone.api.NoAnswer;
import dev.vigie.allinone.api.VigieApi;

/**
 * Tells on the console what happens to one incident, while it happens.
 */
final class IncidentStory {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(250);

	private final VigieApi api;

	private final PrintWriter out;

	private final long number;

	private final Set<String> told = new HashSet<>();

	private IncidentStory(VigieApi api, PrintWriter out, long number) {
		this.api = api;
		this.out = out;
		this.number = number;
	}

	/**
	 * Waits for the incident the alert opens.
	 */
	static IncidentStory of(ExampleAlert alert, VigieApi api, PrintWriter out) {
		for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end; LockSupport.parkNanos(PAUSE)) {
			for (JsonNode incident : newest(api)) {
				if (alert.belongsTo(incident)) {
					out.println(incident.path("id").asString() + "  " + incident.path("title").asString());
					return new IncidentStory(api, out, incident.path("number").asLong());
				}
			}
		}
		throw new CommandFailure("The alert was taken, but no incident came of it; vigie.log has the cause");
	}

	private static List<JsonNode> newest(VigieApi api) {
		try {
			return api.get("/api/v1/incidents?limit=20").orRefuse().body().path("items").valueStream().toList();
		}
		catch (NoAnswer _) {
			return List.of(); // asked again in a moment
		}
	}

	long number() {
		return this.number;
	}

	void tellUntilPaged() {
		for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end; LockSupport.parkNanos(PAUSE)) {
			if (tell().contains("PAGE_DELIVERED")) {
				return;
			}
		}
		throw new CommandFailure("No page went out; vigie.log has the cause");
	}

	void tellUntilResolved() {
		while (!tell().contains("RESOLVED")) {
			LockSupport.parkNanos(PAUSE);
		}
		tell();
	}

	private Set<String> tell() {
		Set<String> codes = new HashSet<>();
		for (JsonNode line : timeline()) {
			if (this.told.add(line.path("id").asString())) {
				String time = Instant.parse(line.path("occurredAt").asString()).toString().substring(11, 19);
				this.out.println("  " + time + "  " + line.path("text").asString());
				this.out.flush();
				codes.add(line.path("code").asString());
			}
		}
		return codes;
	}

	// Whoever stops the database to see what happens still wants to read on.
	private List<JsonNode> timeline() {
		try {
			return this.api.all("/api/v1/incidents/" + this.number + "/timeline");
		}
		catch (NoAnswer _) {
			return List.of();
		}
	}

}
