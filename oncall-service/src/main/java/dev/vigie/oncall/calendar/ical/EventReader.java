package dev.vigie.oncall.calendar.ical;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

import com.github.mangstadt.vinnie.VObjectProperty;
import org.jspecify.annotations.Nullable;

import dev.vigie.oncall.span.Span;

/**
 * Reads the events of one calendar. What cannot be read is left out, with a warning that
 * says which and why.
 */
final class EventReader {

	private final Zones zones;

	private final Warnings warnings;

	EventReader(Zones zones, Warnings warnings) {
		this.zones = zones;
		this.warnings = warnings;
	}

	Optional<Event> read(Component component) {
		try {
			Event event = event(component);
			if (event.cancelled()) {
				return Optional.of(event);
			}
			Span span = event.span(event.start().time())
				.orElseThrow(() -> new DateTimeException("does not end after it begins"));
			if (span.length().compareTo(Event.LONGEST) > 0) {
				throw new DateTimeException("is longer than a year");
			}
			if (!component.all("EXRULE").isEmpty()) {
				this.warnings.add("%s: its EXRULE is not read".formatted(title(component)));
			}
			return Optional.of(event);
		}
		catch (DateTimeException | ArithmeticException failure) {
			this.warnings.add("%s is left out: %s".formatted(title(component), failure.getMessage()));
			return Optional.empty();
		}
	}

	private static String title(Component component) {
		String summary = component.text("SUMMARY");
		VObjectProperty start = component.first("DTSTART");
		return "\"%s\" at %s".formatted((summary != null) ? summary : "An event without a title",
				(start != null) ? start.getValue() : "no time");
	}

	private Event event(Component component) {
		Moment edits = moment(component, "RECURRENCE-ID");
		boolean cancelled = "CANCELLED".equalsIgnoreCase(component.text("STATUS"));
		Moment start = moment(component, "DTSTART");
		if (start == null && cancelled) {
			start = edits;
		}
		if (start == null) {
			throw new DateTimeException("it has no DTSTART");
		}
		if (edits != null && start.allDay() && !edits.allDay()) {
			edits = day(edits, start);
		}
		Moment end = moment(component, "DTEND");
		String duration = component.text("DURATION");
		boolean whole = start.allDay() && (end == null || end.time().equals(start.time())) && duration == null;
		Length length = length(start, whole ? null : end, duration);
		VObjectProperty edit = component.first("RECURRENCE-ID");
		boolean andLater = edit != null && "THISANDFUTURE".equalsIgnoreCase(edit.getParameters().first("RANGE"));
		String uid = component.text("UID");
		return new Event((uid != null) ? uid : component.canonical(CalendarFile.SAYS_NOTHING), sequence(component),
				modified(component), start, whole ? null : end, length, Repetition.of(component, start, this.zones),
				edits, andLater, cancelled, Subject.of(component));
	}

	// Which day of a series of whole days is meant, where somebody writes its midnight.
	private static Moment day(Moment edits, Moment start) {
		LocalDateTime shown = edits.time().toLocalTime().equals(LocalTime.MIDNIGHT) ? edits.time()
				: edits.shownIn(start.zone());
		return new Moment(shown.toLocalDate().atStartOfDay(), start.zone(), true);
	}

	private static Length length(Moment start, @Nullable Moment end, @Nullable String duration) {
		if (end != null) {
			return Length.shown(Duration.between(start.time(), end.shownIn(start.zone())));
		}
		if (duration != null) {
			return Length.parse(duration);
		}
		return Length.shown(start.allDay() ? Duration.ofDays(1) : Duration.ZERO);
	}

	private @Nullable Moment moment(Component component, String name) {
		VObjectProperty property = component.first(name);
		if (property == null) {
			return null;
		}
		try {
			return Moment.parse(property.getValue(), this.zones.of(property));
		}
		catch (DateTimeException failure) {
			throw new DateTimeException("its %s is no time: %s".formatted(name, property.getValue()), failure);
		}
	}

	private static int sequence(Component component) {
		String text = component.text("SEQUENCE");
		return (text != null && text.matches("\\d{1,9}")) ? Integer.parseInt(text) : 0;
	}

	// Most say when; those that do not are as old as they can be.
	private static @Nullable Instant modified(Component component) {
		for (String name : new String[] { "LAST-MODIFIED", "CREATED" }) {
			VObjectProperty property = component.first(name);
			try {
				if (property != null) {
					return Moment.parse(property.getValue(), Moment.UTC).instant();
				}
			}
			catch (DateTimeException _) {
				// says nothing about when anybody is on call
			}
		}
		return null;
	}

}
