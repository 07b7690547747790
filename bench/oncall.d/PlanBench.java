package dev.vigie.oncall.schedule;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import tools.jackson.databind.json.JsonMapper;

import dev.vigie.oncall.schedule.Plan.Surroundings;
import dev.vigie.oncall.span.Span;

/**
 * Point and range queries of a schedule with 10 layers, 50 people and overrides over five years, without a database: CPU time of the thread, in milliseconds.
 */
public final class PlanBench {

	private static final Instant FIRST = Instant.parse("2021-01-01T00:00:00Z");

	private static final Duration FIVE_YEARS = Duration.ofDays(5 * 365);

	private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

	public static void main(String... arguments) {
		Random random = new Random(20261121);
		System.out.println("| overrides | versions | point p50 | point p99 | 10 000 points | a year |");
		System.out.println("| --- | --- | --- | --- | --- | --- |");
		for (int[] size : new int[][] { { 0, 1 }, { 500, 1 }, { 500, 100 }, { 5000, 1000 } }) {
			ScheduleSpec spec = spec();
			List<Amendment> overrides = overrides(size[0], random);
			List<Version> versions = versions(spec, size[1]);
			for (int warm = 0; warm < 3; warm++) {
				measure(versions, overrides, random, null);
			}
			measure(versions, overrides, random, "| %d | %d |".formatted(size[0], size[1]));
		}
	}

	private static void measure(List<Version> versions, List<Amendment> overrides, Random random, String head) {
		double[] points = new double[10_000];
		for (int i = 0; i < points.length; i++) {
			Instant at = FIRST.plusSeconds(random.nextLong(FIVE_YEARS.toSeconds()));
			Plan plan = near(versions, overrides, new Span(at, at.plusNanos(1)));
			long begin = CPU.getCurrentThreadCpuTime();
			plan.at(at);
			points[i] = (CPU.getCurrentThreadCpuTime() - begin) / 1e6;
		}
		Span year = new Span(Instant.parse("2025-01-01T00:00:00Z"), Instant.parse("2026-01-01T00:00:00Z"));
		double[] years = new double[20];
		for (int i = 0; i < years.length; i++) {
			Plan plan = near(versions, overrides, year);
			long begin = CPU.getCurrentThreadCpuTime();
			plan.shifts(year);
			years[i] = (CPU.getCurrentThreadCpuTime() - begin) / 1e6;
		}
		Arrays.sort(points);
		Arrays.sort(years);
		if (head != null) {
			System.out.printf("%s %.3f | %.3f | %.0f | %.1f |%n", head, points[5000], points[9900],
					Arrays.stream(points).sum(), years[10]);
		}
	}

	// What the database would give for the question.
	private static Plan near(List<Version> versions, List<Amendment> overrides, Span asked) {
		Span around = new Span(asked.start().minus(Duration.ofDays(400)), asked.end().plus(Duration.ofDays(400)));
		List<Amendment> some = overrides.stream().filter((one) -> one.span().meets(around)).toList();
		List<Version> these = new ArrayList<>();
		for (int i = 0; i < versions.size(); i++) {
			boolean over = i + 1 < versions.size() && !versions.get(i + 1).from().isAfter(around.start());
			if (!over && versions.get(i).from().isBefore(around.end())) {
				these.add(versions.get(i));
			}
		}
		return new Plan("bench", these, new Surroundings(some, Map.of(), Map.of(), Almanac.NONE));
	}

	private static ScheduleSpec spec() {
		String layers = IntStream.range(0, 10).mapToObj((i) -> """
				{"name": "layer-%d", "rotation": {"type": "%s", "every": %d, "handoff": {"time": "0%d:30"%s},
				 "start": "2021-01-0%d", "people": [%s]}, "restrictions": [{"from": "%02d:00", "to": "%02d:00"}]}"""
			.formatted(i, (i % 2 == 0) ? "daily" : "weekly", 1 + i % 3, i % 9, (i % 2 == 0) ? "" : ", \"day\": \"monday\"",
					1 + i % 9, IntStream.range(0, 50).mapToObj((p) -> "\"p" + (p + i) % 50 + "\"").collect(Collectors.joining(",")),
					(i * 5) % 24, (i * 5 + 9) % 24)).collect(Collectors.joining(","));
		return JsonMapper.shared()
			.readValue("{\"timeZone\": \"Europe/Paris\", \"layers\": [" + layers + "]}", ScheduleSpec.class);
	}

	private static List<Version> versions(ScheduleSpec spec, int count) {
		List<Version> versions = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			versions.add(new Version(i + 1, (i == 0) ? Instant.EPOCH : FIRST.plus(FIVE_YEARS.multipliedBy(i).dividedBy(count)),
					spec, Map.of()));
		}
		return versions;
	}

	private static List<Amendment> overrides(int count, Random random) {
		return IntStream.range(0, count).<Amendment>mapToObj((i) -> {
			Instant start = FIRST.plusSeconds(random.nextLong(FIVE_YEARS.toSeconds()));
			return new Amendment.Takeover(new UUID(0, i), new Span(start, start.plusSeconds(3600 * (1 + random.nextInt(48)))),
					Cause.Kind.OVERRIDE, Role.PRIMARY, "p" + i % 50, null);
		}).toList();
	}

}
