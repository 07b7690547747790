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
 * Point and range queries of a schedule with 10 layers, 50 people, overrides over five years and edits, without a database: CPU time of the thread, in milliseconds.
 */
public final class PlanBench {

	private static final Instant FIRST = Instant.parse("2021-01-01T00:00:00Z");

	private static final Duration FIVE_YEARS = Duration.ofDays(5 * 365);

	private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

	private static final Instant EDITED = Instant.parse("2025-06-04T10:00:00Z");

	public static void main(String... arguments) {
		Random random = new Random(20261121);
		Span ever = new Span(FIRST, FIRST.plus(FIVE_YEARS));
		Span soon = new Span(EDITED.minus(Duration.ofDays(3)), EDITED.plus(Duration.ofDays(3)));
		System.out.println("| overrides | versions | point p50 | point p99 | 10 000 points | a year |");
		System.out.println("| --- | --- | --- | --- | --- | --- |");
		measure("0 | 1", List.of(version(0, Instant.EPOCH)), 0, ever, random);
		measure("500 | 1", List.of(version(0, Instant.EPOCH)), 500, ever, random);
		measure("500 | 100 over the years", versions(100, FIVE_YEARS.dividedBy(100)), 500, ever, random);
		measure("5000 | 1000 over the years", versions(1000, FIVE_YEARS.dividedBy(1000)), 5000, ever, random);
		List<Version> minutes = new ArrayList<>(List.of(version(0, Instant.EPOCH)));
		IntStream.rangeClosed(1, 200).forEach((i) -> minutes.add(version(i, EDITED.plusSeconds(3 * i))));
		measure("500 | 200 within ten minutes, asked within three days of them", minutes, 500, soon, random);
		List<Version> same = new ArrayList<>(List.of(version(0, Instant.EPOCH)));
		IntStream.rangeClosed(1, 200)
			.forEach((i) -> same.add(new Version(i + 1, EDITED.plusSeconds(3 * i), spec(0), Map.of())));
		measure("500 | the same, of the name alone", same, 500, soon, random);
	}

	private static void measure(String head, List<Version> history, int overrides, Span asked, Random random) {
		List<Amendment> amendments = overrides(overrides, random);
		List<Version> versions = sharing(history);
		for (int warm = 0; warm < 3; warm++) {
			measure(versions, amendments, asked, random, null);
		}
		measure(versions, amendments, asked, random, head);
	}

	private static void measure(List<Version> versions, List<Amendment> overrides, Span asked, Random random, String head) {
		double[] points = new double[(head != null) ? 10_000 : 1_000];
		for (int i = 0; i < points.length; i++) {
			Instant at = asked.start().plusSeconds(random.nextLong(asked.length().toSeconds()));
			Near near = near(versions, overrides, new Span(at, at.plusNanos(1)));
			long begin = CPU.getCurrentThreadCpuTime();
			near.plan().at(at);
			points[i] = (CPU.getCurrentThreadCpuTime() - begin) / 1e6;
		}
		Span year = new Span(Instant.parse("2025-01-01T00:00:00Z"), Instant.parse("2026-01-01T00:00:00Z"));
		double[] years = new double[20];
		for (int i = 0; i < years.length; i++) {
			Near near = near(versions, overrides, year);
			long begin = CPU.getCurrentThreadCpuTime();
			near.plan().shifts(year);
			years[i] = (CPU.getCurrentThreadCpuTime() - begin) / 1e6;
		}
		Arrays.sort(points);
		Arrays.sort(years);
		if (head != null) {
			System.out.printf("| %s | %.3f | %.3f | %.0f | %.1f |%n", head, points[5000], points[9900],
					Arrays.stream(points).sum(), years[10]);
		}
	}

	// What the database would give for the question.
	private static Near near(List<Version> versions, List<Amendment> overrides, Span asked) {
		Span around = new Span(asked.start().minus(Duration.ofDays(400)), asked.end().plus(Duration.ofDays(400)));
		List<Amendment> some = overrides.stream().filter((one) -> one.span().meets(around)).toList();
		List<Version> these = new ArrayList<>();
		for (int i = 0; i < versions.size(); i++) {
			boolean over = i + 1 < versions.size() && !versions.get(i + 1).from().isAfter(around.start());
			if (!over && versions.get(i).from().isBefore(around.end())) {
				these.add(versions.get(i));
			}
		}
		return new Near(these, some);
	}

	private record Near(List<Version> versions, List<Amendment> overrides) {

		Plan plan() {
			return new Plan("bench", this.versions, new Surroundings(this.overrides, Map.of(), Map.of(), Almanac.NONE));
		}

	}

	// Each edit moves somebody to the end of one of the layers.
	private static ScheduleSpec spec(int edits) {
		String layers = IntStream.range(0, 10).mapToObj((i) -> """
				{"name": "layer-%d", "rotation": {"type": "%s", "every": %d, "handoff": {"time": "0%d:30"%s},
				 "start": "2021-01-0%d", "people": [%s]}, "restrictions": [{"from": "%02d:00", "to": "%02d:00"}]}"""
			.formatted(i, (i % 2 == 0) ? "daily" : "weekly", 1 + i % 3, i % 9, (i % 2 == 0) ? "" : ", \"day\": \"monday\"",
					1 + i % 9, IntStream.range(0, 50).mapToObj((p) -> "\"p" + (p + i + (edits + i) / 10) % 50 + "\"").collect(Collectors.joining(",")),
					(i * 5) % 24, (i * 5 + 9) % 24)).collect(Collectors.joining(","));
		return JsonMapper.shared()
			.readValue("{\"timeZone\": \"Europe/Paris\", \"layers\": [" + layers + "]}", ScheduleSpec.class);
	}

	private static Version version(int edits, Instant from) {
		return new Version(edits + 1, from, spec(edits), Map.of());
	}

	// As the table of versions gives them.
	private static List<Version> sharing(List<Version> history) {
		List<Version> versions = new ArrayList<>();
		history.forEach((version) -> versions.add(versions.isEmpty() ? version : version.after(versions.getLast())));
		return versions;
	}

	private static List<Version> versions(int count, Duration apart) {
		return IntStream.range(0, count)
			.mapToObj((i) -> version(i, (i == 0) ? Instant.EPOCH : FIRST.plus(apart.multipliedBy(i))))
			.toList();
	}

	private static List<Amendment> overrides(int count, Random random) {
		return IntStream.range(0, count).<Amendment>mapToObj((i) -> {
			Instant start = FIRST.plusSeconds(random.nextLong(FIVE_YEARS.toSeconds()));
			return new Amendment.Takeover(new UUID(0, i), new Span(start, start.plusSeconds(3600 * (1 + random.nextInt(48)))),
					Cause.Kind.OVERRIDE, Role.PRIMARY, "p" + i % 50, null);
		}).toList();
	}

}
