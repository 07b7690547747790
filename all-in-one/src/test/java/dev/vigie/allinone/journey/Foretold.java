package dev.vigie.allinone.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/**
 * What is foretold for one alert at several moments, in the lines of a {@link Matrix}.
 */
final class Foretold {

	private static final String NOBODY = "–";

	private final List<String> moments;

	private final Map<List<String>, Map<String, TreeSet<String>>> cells = new LinkedHashMap<>();

	Foretold(List<String> moments) {
		this.moments = moments;
	}

	/**
	 * Takes the answer for one moment.
	 * @param policy the policy that the answer names
	 */
	void add(String moment, Instant from, JsonNode outlook, JsonNode policy) {
		String severity = outlook.get("severity").asString();
		put(List.of("", "severity", ""), moment, severity);
		JsonNode steps = policy.at("/spec/severities/" + severity + "/steps");
		int cycles = 1;
		Instant again = Instant.MAX;
		for (JsonNode event : outlook.get("future").values()) {
			String what = event.get("what").asString();
			Instant at = Instant.parse(event.get("at").asString());
			int cycle = event.path("cycle").asInt(1);
			cycles = Math.max(cycles, cycle);
			if (cycle > 1) {
				again = (cycle == 2 && at.isBefore(again)) ? at : again;
			}
			else if (!what.equals("skipped") && !what.equals("exhausted")) {
				put(key(after(from, at), what, event, steps), moment, told(what, event));
			}
		}
		if (cycles > 1) {
			put(List.of(after(from, again), "all of it again", (cycles - 1) + " times"), moment, "✓");
		}
	}

	List<String> lines() {
		List<String> lines = new ArrayList<>();
		this.cells
			.forEach((what,
					found) -> lines.add(Matrix.line(what, this.moments.stream()
						.map((moment) -> found.containsKey(moment) ? String.join(", ", found.get(moment)) : NOBODY)
						.toList())));
		return lines;
	}

	private void put(List<String> what, String moment, String who) {
		this.cells.computeIfAbsent(what, (_) -> new TreeMap<>())
			.computeIfAbsent(moment, (_) -> new TreeSet<>())
			.add(who);
	}

	private static List<String> key(String after, String what, JsonNode event, JsonNode steps) {
		String target = event.path("target").asString("");
		return switch (what) {
			case "war_room" -> List.of(after, "warRoom:" + target, "");
			case "ticket" -> List.of(after, "ticket:" + target, "");
			default -> List.of(after, target, how(target, event, steps));
		};
	}

	private static String told(String what, JsonNode event) {
		return event.has("person") ? event.get("person").asString() : what.equals("nobody") ? what : "✓";
	}

	private static String how(String target, JsonNode event, JsonNode steps) {
		if (event.has("channel")) {
			return event.get("method").asString();
		}
		return steps.path(event.get("step").asInt() - 1)
			.path("notify")
			.valueStream()
			.filter((one) -> text(one).equals(target))
			.map((one) -> one.path("via").valueStream().map(JsonNode::asString).collect(Collectors.joining(" + ")))
			.findFirst()
			.orElse("");
	}

	private static String text(JsonNode target) {
		if (target.has("onCall")) {
			return "onCall:" + target.get("onCall").asString()
					+ (target.has("role") ? "/" + target.get("role").asString() : "");
		}
		return "team:" + target.path("team").asString("")
				+ (target.has("position") ? "/" + target.get("position").asString() : "");
	}

	private static String after(Instant from, Instant at) {
		Duration after = Duration.between(from, at);
		String minutes = (after.toMinutesPart() > 0 || after.toHours() == 0) ? after.toMinutesPart() + "m" : "";
		return ((after.toHours() > 0) ? after.toHours() + "h" : "") + minutes;
	}

}
