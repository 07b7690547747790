package dev.vigie.escalation.handoff;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What who comes and who goes is told, as it was then.
 *
 * @param open the worst incidents that are open; {@code openIncidents} counts all of them
 * @param past what happened since the outgoing came
 * @param notes what people wrote for the next, in order
 * @param silences what is muted now
 * @param rosterOf how old the schedules were that this was found in; null when they could
 * be asked
 */
record Summary(int openIncidents, List<OpenIncident> open, Past past, List<Note> notes, List<Silence> silences,
		@Nullable Instant rosterOf) {

	Summary {
		open = List.copyOf(open);
		notes = List.copyOf(notes);
		silences = List.copyOf(silences);
	}

	Stream<Long> numbers() {
		return Stream.concat(this.open.stream().map(OpenIncident::number),
				this.past.incidents().stream().map(PastIncident::number));
	}

	/**
	 * What may be told of it to whom some of the incidents are hidden by now.
	 */
	Summary without(Set<Long> hidden) {
		Past seen = new Past(this.past.since(), this.past.opened(), this.past.resolved(), this.past.pages(),
				this.past.incidents().stream().filter((one) -> !hidden.contains(one.number())).toList());
		return new Summary(this.openIncidents,
				this.open.stream().filter((one) -> !hidden.contains(one.number())).toList(), seen, this.notes,
				this.silences, this.rosterOf);
	}

	/**
	 * An incident that nobody has resolved.
	 */
	record OpenIncident(long number, String title, String severity, Instant triggeredAt,
			@Nullable String acknowledgedBy) {
	}

	/**
	 * What happened.
	 *
	 * @param opened how many incidents were opened
	 * @param resolved how many were resolved
	 * @param pages how many pages were sent
	 * @param incidents the last of those that were opened or resolved
	 */
	record Past(Instant since, int opened, int resolved, int pages, List<PastIncident> incidents) {

		Past {
			incidents = List.copyOf(incidents);
		}

	}

	/**
	 * An incident that was opened or resolved.
	 */
	record PastIncident(long number, String title, String severity, Instant triggeredAt, @Nullable Instant resolvedAt) {
	}

	/**
	 * What somebody wrote for the next.
	 */
	record Note(String author, Instant writtenAt, String text) {
	}

	/**
	 * Alerts that nobody is told of for now.
	 */
	record Silence(String name, String reason, String author, Instant endsAt) {
	}

}
