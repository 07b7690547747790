package dev.vigie.allinone.simulate;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/**
 * The answer of the simulator as a table.
 */
final class Outlook {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm:ss",
			Locale.ENGLISH);

	private Outlook() {
	}

	static void print(JsonNode outlook, ZoneId zone, PrintWriter out) {
		out.printf("%s: %s%n", outlook.path("status").asString(""), outlook.path("title").asString(""));
		out.printf("severity  %s (%s)%n", outlook.path("severity").asString(""),
				outlook.path("severityReason").asString(""));
		Stream.of("team", "route")
			.filter(outlook::has)
			.forEach((field) -> out.printf("%-9s %s%n", field, outlook.get(field).asString("")));
		if (outlook.has("escalationPolicy")) {
			out.printf("policy    %s, version %d%n", outlook.get("escalationPolicy").asString(""),
					outlook.path("policyVersion").asInt(0));
		}
		out.println();
		if (outlook.has("idle")) {
			out.println(outlook.get("idle").asString(""));
		}
		table(outlook, zone).forEach(out::println);
		if (outlook.has("rosterUntil")) {
			out.printf("%nSchedules are known until %s (%s).%n",
					TIME.format(Instant.parse(outlook.get("rosterUntil").asString("")).atZone(zone)), zone.getId());
		}
		out.flush();
	}

	private static List<String> table(JsonNode outlook, ZoneId zone) {
		List<List<String>> rows = new ArrayList<>();
		rows.add(List.of("TIME (" + zone.getId() + ")", "STEP", "WHAT", "WHO", "BY", "WHY"));
		outlook.path("future").values().forEach((event) -> rows.add(row(event, zone)));
		if (rows.size() == 1) {
			return List.of();
		}
		int[] widths = IntStream.range(0, rows.getFirst().size())
			.map((column) -> rows.stream().mapToInt((row) -> row.get(column).length()).max().orElse(0))
			.toArray();
		return rows.stream()
			.map((row) -> IntStream.range(0, widths.length)
				.mapToObj((column) -> pad(row.get(column), widths[column]))
				.collect(Collectors.joining("  "))
				.stripTrailing())
			.toList();
	}

	private static List<String> row(JsonNode event, ZoneId zone) {
		String step = event.has("step")
				? event.get("step").asInt(0) + ((event.get("cycle").asInt(1) > 1) ? " again" : "") : "";
		String who = Stream.of("person", "channel", "address")
			.map((field) -> event.path(field).asString(""))
			.filter((name) -> !name.isEmpty())
			.findFirst()
			.orElse("");
		String why = Stream.of("target", "reason")
			.map((field) -> event.path(field).asString(""))
			.filter((text) -> !text.isEmpty())
			.collect(Collectors.joining(", "));
		return List.of(TIME.format(Instant.parse(event.get("at").asString("")).atZone(zone)), step,
				event.path("what").asString(""), who, event.path("method").asString(""), why);
	}

	private static String pad(String text, int width) {
		return text + " ".repeat(width - text.length());
	}

}
