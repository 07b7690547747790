package dev.vigie.oncall.absence;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.oncall.span.Span;
import dev.vigie.oncall.span.Spans;
import dev.vigie.shared.problem.NotFound;

/**
 * All absences, wherever they are written down.
 */
@Component
@Transactional(readOnly = true)
public class Absences {

	private static final Duration BACK = Duration.ofDays(31);

	private static final Duration AHEAD = Duration.ofDays(732);

	private final AbsenceTable table;

	private final List<AbsenceSource> sources;

	private final InstantSource clock;

	Absences(AbsenceTable table, List<AbsenceSource> sources, InstantSource clock) {
		this.table = table;
		this.sources = List.copyOf(sources);
		this.clock = clock;
	}

	/**
	 * Those that meet the span, in order.
	 */
	public List<Absence> meeting(Span span) {
		return this.sources.stream()
			.flatMap((source) -> source.meeting(span).stream())
			.sorted(Comparator.comparing((Absence absence) -> absence.span().start()).thenComparing(Absence::person))
			.toList();
	}

	/**
	 * When people are away, within a span.
	 */
	public Map<String, Spans> away(Span span) {
		Map<String, Spans> away = new HashMap<>();
		meeting(span).forEach((absence) -> absence.span()
			.and(span)
			.ifPresent((part) -> away.merge(absence.person(), Spans.of(part), Spans::or)));
		return away;
	}

	/**
	 * An absence. Those from elsewhere are found from a month ago to two years ahead.
	 */
	Absence find(UUID id) {
		Instant now = this.clock.instant();
		Optional<Absence> manual = this.table.find(id);
		return manual
			.or(() -> meeting(new Span(now.minus(BACK), now.plus(AHEAD))).stream()
				.filter((absence) -> absence.id().equals(id))
				.findFirst())
			.orElseThrow(() -> new NotFound("There is no absence " + id));
	}

}
