package dev.vigie.escalation.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.vigie.escalation.severity.Severity;

/**
 * Which severity an incident had when, read from its timeline, which nobody can change.
 * The time after it was over counts for none.
 *
 * @param items the oldest first
 * @param seconds the whole time in each severity
 */
record SeverityHistory(List<Span> items, Map<Severity, Long> seconds) {

	private static final Set<String> SAYS = Set.of("SEVERITY_SET", "SEVERITY_OVERRIDDEN", "SEVERITY_RELEASED");

	private static final Set<String> ENDS = Set.of("RESOLVED", "CANCELLED", "MERGED", "CLOSED");

	private static final String REOPENED = "REOPENED";

	/**
	 * The lines it is read from.
	 */
	static final Set<String> CODES = Set.of("SEVERITY_SET", "SEVERITY_OVERRIDDEN", "SEVERITY_RELEASED", "RESOLVED",
			"CANCELLED", "MERGED", "CLOSED", REOPENED);

	static SeverityHistory of(List<TimelineTable.Line> lines, Instant now) {
		List<Span> spans = new ArrayList<>();
		Span open = null;
		Span last = null;
		for (TimelineTable.Line line : lines) {
			boolean says = SAYS.contains(line.code());
			if (open != null && (says || ENDS.contains(line.code()))) {
				spans.add(open.until(line.occurredAt()));
				open = null;
			}
			if (says) {
				open = Span.of(line);
				last = open;
			}
			else if (line.code().equals(REOPENED) && open == null && last != null) {
				open = last.from(line.occurredAt());
			}
		}
		if (open != null) {
			spans.add(open.lasting(now));
		}
		Map<Severity, Long> seconds = new EnumMap<>(Severity.class);
		spans.forEach((span) -> seconds.merge(span.severity(), span.seconds(), Long::sum));
		return new SeverityHistory(spans, seconds);
	}

	/**
	 * A time with one severity.
	 *
	 * @param until null while it lasts
	 * @param by who decided, null for the rules
	 */
	record Span(Severity severity, Instant from, @Nullable Instant until, long seconds, @Nullable String by,
			String reason) {

		private static Span of(TimelineTable.Line line) {
			boolean decided = line.code().equals("SEVERITY_OVERRIDDEN");
			return new Span(Severity.valueOf(line.params().getOrDefault("severity", "P3")), line.occurredAt(), null, 0,
					decided ? line.actor() : null, line.params().getOrDefault("reason", ""));
		}

		private Span from(Instant at) {
			return new Span(this.severity, at, null, 0, this.by, this.reason);
		}

		private Span until(Instant at) {
			return new Span(this.severity, this.from, at, length(at), this.by, this.reason);
		}

		private Span lasting(Instant now) {
			return new Span(this.severity, this.from, null, length(now), this.by, this.reason);
		}

		private long length(Instant to) {
			return Math.max(0, Duration.between(this.from, to).toSeconds());
		}

	}

}
