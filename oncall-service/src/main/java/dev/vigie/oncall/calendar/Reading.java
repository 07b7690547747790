package dev.vigie.oncall.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import dev.vigie.oncall.calendar.CopyTable.Copy;
import dev.vigie.oncall.calendar.Roll.Found;
import dev.vigie.oncall.calendar.ical.CalendarFile;
import dev.vigie.oncall.calendar.ical.Occurrence;
import dev.vigie.oncall.span.Span;

/**
 * A calendar as it is read now: what takes place, and whose it is. What was worked out
 * for a year is kept until the calendar or the people are others.
 */
final class Reading {

	/**
	 * A calendar in which more takes place in a year is refused.
	 */
	static final int MOST_A_YEAR = 50_000;

	private static final int MOST_YEARS = 24;

	private final String calendar;

	private final Copy copy;

	private final CalendarSpec spec;

	private final CalendarFile file;

	private final Roll roll;

	private final Map<Integer, List<Assigned>> years = new ConcurrentHashMap<>();

	Reading(String calendar, Copy copy, CalendarSpec spec, CalendarFile file, Roll roll) {
		this.calendar = calendar;
		this.copy = copy;
		this.spec = spec;
		this.file = file;
		this.roll = roll;
	}

	String calendar() {
		return this.calendar;
	}

	boolean isOf(long revision) {
		return this.copy.revision() == revision;
	}

	CalendarSpec spec() {
		return this.spec;
	}

	CalendarFile file() {
		return this.file;
	}

	/**
	 * The file, if it would be no other if it were read again.
	 */
	Optional<CalendarFile> file(Copy copy, CalendarSpec spec) {
		boolean same = Objects.equals(this.copy.digest(), copy.digest())
				&& Objects.equals(this.spec.zone(), spec.zone());
		return same ? Optional.of(this.file) : Optional.empty();
	}

	/**
	 * What meets the span, in order.
	 */
	List<Assigned> meeting(Span span) {
		if (this.years.size() > MOST_YEARS) {
			this.years.clear();
		}
		List<Assigned> meeting = new ArrayList<>();
		int last = year(span.end());
		for (int year = year(span.start().minus(CalendarFile.LONGEST)); year <= last; year++) {
			List<Assigned> beginning = this.years.computeIfAbsent(year, this::beginningIn);
			if (!start(year).isBefore(span.start()) && !start(year + 1).isAfter(span.end())) {
				meeting.addAll(beginning);
			}
			else {
				beginning.stream().filter((one) -> one.span().meets(span)).forEach(meeting::add);
			}
		}
		return meeting;
	}

	private static int year(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC).getYear();
	}

	private List<Assigned> beginningIn(int year) {
		Span span = new Span(start(year), start(year + 1));
		return this.file.occurrences(span, MOST_A_YEAR)
			.stream()
			.filter((occurrence) -> span.holds(occurrence.span().start()))
			.map(this::assign)
			.toList();
	}

	private static Instant start(int year) {
		return LocalDate.of(year, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
	}

	private Assigned assign(Occurrence occurrence) {
		String person = this.spec.person();
		Found found = (person != null) ? new Found(List.of(person), List.of())
				: this.roll.find(occurrence.subject(), this.spec.matchOrAny());
		return new Assigned(this.calendar, occurrence, found);
	}

	/**
	 * Something that takes place, and whose it is.
	 */
	record Assigned(String calendar, Occurrence occurrence, Found found) {

		Span span() {
			return this.occurrence.span();
		}

		/**
		 * The same for as long as the event is, wherever it is moved.
		 */
		UUID id(String person) {
			String key = String.join("\n", this.calendar, this.occurrence.uid(),
					this.occurrence.recurrence().toString(), person);
			return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
		}

	}

}
