package dev.vigie.oncall.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.vigie.oncall.schedule.Amendment.FixedShift;
import dev.vigie.oncall.schedule.Amendment.Replacement;
import dev.vigie.oncall.schedule.Amendment.Takeover;
import dev.vigie.oncall.schedule.Plan.Away;
import dev.vigie.oncall.schedule.Plan.Surroundings;
import dev.vigie.oncall.span.Span;

/**
 * Schedules as nobody would write them, with everything they may have. What half of them
 * do in the hours when clocks change is no accident.
 */
final class AnySchedule {

	private static final List<String> ZONES = List.of("Europe/Paris", "America/Chicago", "Australia/Lord_Howe",
			"Pacific/Apia", "Asia/Kolkata", "UTC");

	private static final List<String> DAYS = List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
			"sunday");

	private final Random random;

	AnySchedule(long seed) {
		this.random = new Random(seed);
	}

	ScheduleSpec spec() {
		return spec(ZONES.get(this.random.nextInt(ZONES.size())));
	}

	ScheduleSpec spec(String zone) {
		String layers = IntStream.rangeClosed(0, this.random.nextInt(4))
			.mapToObj((_) -> layer())
			.collect(Collectors.joining(","));
		return ScheduleFixtures
			.read("{'timeZone': '%s', 'holidays': {'country': 'FR'}, 'layers': [%s]}".formatted(zone, layers));
	}

	private String layer() {
		String level = one(4) ? "'level': 1, " : "";
		String role = one(4) ? "'role': 'backup', " : "";
		return "{%s%s'rotation': %s, 'restrictions': [%s]}".formatted(level, role, rotation(),
				one(2) ? restriction() : "");
	}

	private String rotation() {
		String rest = "'start': '%s', 'people': [%s]".formatted(start(), people());
		if (one(3)) {
			rest += ", 'from': '%s'".formatted(start().plusDays(this.random.nextInt(30)));
		}
		if (one(4)) {
			rest += ", 'until': '%s'".formatted(LocalDate.of(2012, 6, 1).plusDays(this.random.nextInt(400)));
		}
		return switch (this.random.nextInt(5)) {
			case 0 -> "{'type': 'hourly', 'every': %d, %s 'handoff': {'time': '%s'}, %s}".formatted(up(30),
					one(3) ? "'gap': '%dm', ".formatted(up(300)) : "", time(), rest);
			case 1 -> {
				boolean chosen = one(2);
				yield "{'type': 'daily', 'every': %d, %s%s%s 'handoff': {'time': '%s'}, %s}".formatted(up(9),
						one(3) ? "'gap': '%dd', ".formatted(up(3)) : "", chosen ? days() : "",
						one(3) ? "'shift': '%dh', ".formatted(up(24)) : "", time(), rest);
			}
			case 2 -> "{'type': 'weekly', 'every': %d, %s%s 'handoff': {'time': '%s', 'day': '%s'}, %s}".formatted(
					up(3), one(3) ? "'gap': '1w', " : "", one(3) ? days() : "", time(), DAYS.get(up(7) - 1), rest);
			case 3 -> "{'type': 'monthly', 'every': %d, %s 'handoff': {'time': '%s', 'dayOfMonth': %d}, %s}"
				.formatted(up(3), one(3) ? days() : "", time(), up(31), rest);
			default -> "{'type': 'custom', 'turn': '%dm', %s 'shift': '30m', 'handoff': {'time': '%s'}, %s}"
				.formatted(29 + up(5000), one(2) ? "'gap': '%dm', ".formatted(up(900)) : "", time(), rest);
		};
	}

	private String restriction() {
		return switch (this.random.nextInt(3)) {
			case 0 -> "{'from': '%s', 'to': '%s'}".formatted(time(), time());
			case 1 -> "{%s 'from': '%s', 'holidays': '%s'}".formatted(days(), time(),
					List.of("except", "only", "also").get(this.random.nextInt(3)));
			default -> "{'from': 'friday %s', 'to': 'monday %s'}".formatted(time(), time());
		};
	}

	private String days() {
		String some = DAYS.stream().filter((_) -> one(2)).collect(Collectors.joining("','"));
		return "'days': [%s], ".formatted(some.isEmpty() ? "" : "'" + some + "'");
	}

	private String people() {
		return IntStream.rangeClosed(0, this.random.nextInt(5))
			.mapToObj((i) -> one(8) ? "[]" : one(5) ? "['p%d', 'q%d']".formatted(i, i) : "'p%d'".formatted(i))
			.collect(Collectors.joining(","));
	}

	private LocalDate start() {
		return LocalDate.of(2010, 1, 1).plusDays(this.random.nextInt(700));
	}

	private String time() {
		return "%02d:%02d".formatted(one(2) ? this.random.nextInt(5) : this.random.nextInt(24),
				15 * this.random.nextInt(4));
	}

	/**
	 * A schedule that was edited in a span, often several times in a row: some edits
	 * change all, some a layer, some nothing, and some delete it.
	 */
	List<Version> history(ScheduleSpec spec, Span span) {
		List<Version> versions = new ArrayList<>(List.of(Succession.next(null, spec, Instant.EPOCH)));
		List<Instant> edits = new ArrayList<>();
		for (int i = this.random.nextInt(4); i > 0; i--) {
			Instant first = within(span);
			IntStream.range(0, up(4)).forEach((j) -> edits.add(first.plusSeconds(j * 60L)));
		}
		ScheduleSpec last = spec;
		for (Instant edit : edits.stream().sorted().toList()) {
			last = edited(last);
			Version before = versions.getLast();
			versions.add(one(10) ? Succession.next(before, null, edit) : Succession.next(before, last, edit));
		}
		return versions;
	}

	private ScheduleSpec edited(ScheduleSpec spec) {
		return switch (this.random.nextInt(4)) {
			case 0 -> spec(spec.timeZone());
			case 1 -> new ScheduleSpec("edited", spec.timeZone(), null, null, spec.holidays(), spec.layers());
			default -> {
				List<Layer> layers = new ArrayList<>(spec.layers());
				layers.set(this.random.nextInt(layers.size()), spec(spec.timeZone()).layers().getFirst());
				yield new ScheduleSpec(null, spec.timeZone(), null, null, spec.holidays(), layers);
			}
		};
	}

	/**
	 * Some things that lie over a schedule about a span.
	 */
	Surroundings around(Span span) {
		List<Amendment> amendments = new ArrayList<>();
		for (int i = this.random.nextInt(3); i > 0; i--) {
			Span part = about(span);
			amendments.add(new Replacement(new UUID(0, i), part,
					List.of(new FixedShift(about(part), Role.PRIMARY, "t1"), new FixedShift(part, Role.BACKUP, "t2"))));
		}
		for (int i = this.random.nextInt(6); i > 0; i--) {
			amendments.add(new Takeover(new UUID(1, i), about(span), Cause.Kind.OVERRIDE,
					one(3) ? Role.BACKUP : Role.PRIMARY, "o" + i, one(2) ? "p" + this.random.nextInt(3) : null));
		}
		Map<String, List<Away>> away = one(3) ? Map.of("p1", List.of(new Away(about(span), one(2) ? "s1" : null)))
				: Map.of();
		return new Surroundings(amendments, away, Map.of(), new PublicHolidays());
	}

	private Span about(Span span) {
		long seconds = span.length().toSeconds();
		Instant start = span.start().plusSeconds(this.random.nextLong(seconds * 3 / 2) - seconds / 4);
		return new Span(start, start.plusSeconds(1 + this.random.nextLong(seconds / 2 + 1)));
	}

	/**
	 * A span of up to six weeks, half of them around a change of offset.
	 */
	Span span(ScheduleSpec spec) {
		Instant near = Instant.parse("2011-11-01T00:00:00Z").plus(Duration.ofHours(this.random.nextInt(24 * 600)));
		if (one(2) && spec.clock().zone().getRules().nextTransition(near) != null) {
			near = spec.clock()
				.zone()
				.getRules()
				.nextTransition(near)
				.getInstant()
				.minus(Duration.ofHours(this.random.nextInt(72)));
		}
		return new Span(near, near.plus(Duration.ofMinutes(1 + this.random.nextInt(60 * 24 * 42))));
	}

	Instant within(Span span) {
		return span.start().plusMillis(this.random.nextLong(span.length().toMillis()));
	}

	private boolean one(int of) {
		return this.random.nextInt(of) == 0;
	}

	private int up(int to) {
		return 1 + this.random.nextInt(to);
	}

}
