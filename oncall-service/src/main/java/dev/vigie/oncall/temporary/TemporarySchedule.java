package dev.vigie.oncall.temporary;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.vigie.oncall.amendment.Amending;
import dev.vigie.oncall.schedule.Amendment;
import dev.vigie.oncall.schedule.Amendment.FixedShift;
import dev.vigie.oncall.schedule.Amendments.Dated;
import dev.vigie.oncall.schedule.Window;
import dev.vigie.oncall.span.Span;
import dev.vigie.oncall.span.Spans;
import dev.vigie.shared.problem.Conflict;
import dev.vigie.shared.problem.Invalid;

/**
 * Fixed shifts for a span. Whatever is said of it later, up to then it stays as it was.
 *
 * @param start when it begins
 * @param end when it ends; the start if it was taken back before
 * @param shifts in order, each within the span
 * @param author who made it
 * @param editor who said last how it is
 */
record TemporarySchedule(UUID id, String schedule, Instant start, Instant end, List<FixedShift> shifts,
		@Nullable String reason, String author, Instant madeAt, String editor, @Nullable Instant endedAt) {

	private static final Comparator<FixedShift> ORDER = Comparator.comparing((FixedShift shift) -> shift.span().start())
		.thenComparing(FixedShift::role)
		.thenComparing(FixedShift::person);

	TemporarySchedule {
		shifts = List.copyOf(shifts);
	}

	static TemporarySchedule of(UUID id, Draft draft, String author, Instant now) {
		Span span = Amending.toCome(draft.span(), now, "end");
		return new TemporarySchedule(id, draft.schedule(), span.start(), span.end(), within(span, draft.shifts()),
				draft.reason(), author, now, author, null);
	}

	/**
	 * The same with what the draft says from now on.
	 */
	TemporarySchedule edited(Draft draft, String editor, Instant now) {
		if (isOver(now)) {
			throw new Conflict("temporary-schedule-over", "Temporary schedule %s is over".formatted(this.id));
		}
		Span toCome = Amending.toCome(draft.span(), now, "end");
		boolean begun = !this.start.isAfter(now);
		if (begun && toCome.start().isAfter(now)) {
			throw new Invalid("start", "must stay, as it has begun");
		}
		if (begun && Duration.between(this.start, toCome.end()).compareTo(Window.LONGEST) > 0) {
			throw new Invalid("end", "must be at most 366 days after it began");
		}
		List<FixedShift> kept = begun ? before(now) : List.of();
		List<FixedShift> shifts = joined(
				Stream.concat(kept.stream(), within(toCome, draft.shifts()).stream()).toList());
		return new TemporarySchedule(this.id, this.schedule, begun ? this.start : toCome.start(), toCome.end(), shifts,
				draft.reason(), this.author, this.madeAt, editor, null);
	}

	/**
	 * What is left of it when it ends now.
	 */
	TemporarySchedule ended(String editor, Instant now) {
		return new TemporarySchedule(this.id, this.schedule, this.start, this.start.isAfter(now) ? this.start : now,
				before(now), this.reason, this.author, this.madeAt, editor, now);
	}

	TemporarySchedule with(List<FixedShift> shifts) {
		return new TemporarySchedule(this.id, this.schedule, this.start, this.end, shifts, this.reason, this.author,
				this.madeAt, this.editor, this.endedAt);
	}

	boolean isOver(Instant now) {
		return this.endedAt != null || !this.end.isAfter(now);
	}

	Optional<Dated> amendment() {
		return Span.between(this.start, this.end)
			.map((span) -> new Dated(this.madeAt, new Amendment.Replacement(this.id, span, this.shifts)));
	}

	private List<FixedShift> before(Instant now) {
		return Span.between(this.start, now).map((past) -> within(past, this.shifts)).orElseGet(List::of);
	}

	private static List<FixedShift> within(Span bounds, List<FixedShift> shifts) {
		return joined(shifts.stream()
			.flatMap((shift) -> shift.span()
				.and(bounds)
				.map((part) -> new FixedShift(part, shift.role(), shift.person()))
				.stream())
			.toList());
	}

	// Nobody is on call twice, and nobody hands over to themselves.
	private static List<FixedShift> joined(List<FixedShift> shifts) {
		Map<List<Object>, List<FixedShift>> alike = new LinkedHashMap<>();
		shifts.forEach((shift) -> alike.computeIfAbsent(List.of(shift.role(), shift.person()), (_) -> new ArrayList<>())
			.add(shift));
		return alike.values()
			.stream()
			.flatMap((some) -> Spans.of(some.stream().map(FixedShift::span).toList())
				.list()
				.stream()
				.map((span) -> new FixedShift(span, some.getFirst().role(), some.getFirst().person())))
			.sorted(ORDER)
			.toList();
	}

	/**
	 * What a person wants it to be.
	 */
	record Draft(String schedule, Span span, List<FixedShift> shifts, @Nullable String reason) {

		Draft {
			shifts = List.copyOf(shifts);
		}

	}

}
