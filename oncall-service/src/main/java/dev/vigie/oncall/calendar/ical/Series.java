package dev.vigie.oncall.calendar.ical;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;

import dev.vigie.oncall.span.Span;

/**
 * The events of one UID: what comes again, and the edits of single occurrences. An edit
 * stands wherever it was moved to, however far.
 */
final class Series {

	private final List<Event> masters = new ArrayList<>();

	private final Map<Instant, Event> edits = new HashMap<>();

	private final Map<LocalDate, Event> editsOfDays = new HashMap<>();

	private final NavigableMap<Instant, Event> later = new TreeMap<>();

	/**
	 * Puts the events of one UID together.
	 */
	Series(List<Event> events) {
		for (Event event : events) {
			Moment edited = event.edits();
			if (edited == null) {
				addMaster(event);
			}
			else if (event.andLater()) {
				this.later.merge(edited.instant(), event, Series::newer);
			}
			else {
				this.edits.merge(edited.instant(), event, Series::newer);
				if (edited.allDay()) {
					this.editsOfDays.merge(edited.time().toLocalDate(), event, Series::newer);
				}
			}
		}
		if (this.masters.stream().anyMatch(Event::cancelled)) {
			this.edits.clear();
			this.editsOfDays.clear();
			this.later.clear();
		}
	}

	// Other editions of the same event give way to the last; careless exporters use one
	// UID for several events, of one edition and at several times.
	private void addMaster(Event event) {
		for (int i = 0; i < this.masters.size(); i++) {
			Event other = this.masters.get(i);
			if (other.sequence() != event.sequence() || other.start().instant().equals(event.start().instant())) {
				this.masters.set(i, newer(other, event));
				return;
			}
		}
		this.masters.add(event);
	}

	private static Event newer(Event one, Event other) {
		return (Event.BY_EDITION.compare(one, other) > 0) ? one : other;
	}

	/**
	 * Hands over what takes place in the span.
	 * @param most no event is followed for longer than so many times
	 */
	void forEach(Span span, int most, Consumer<Occurrence> wanted) {
		for (Event master : this.masters) {
			if (!master.cancelled()) {
				forEach(master, span, most, wanted);
			}
		}
		this.edits.forEach((recurrence, edit) -> {
			if (!edit.cancelled()) {
				hand(edit, recurrence, edit.start().time(), span, wanted);
			}
		});
	}

	private void forEach(Event master, Span span, int most, Consumer<Occurrence> wanted) {
		Duration slack = slack(master);
		LocalDateTime from = master.shown(span.start()).minus(slack);
		LocalDateTime to = master.shown(span.end()).plus(slack);
		for (LocalDateTime time : master.repetition().starts(from, to, most)) {
			Instant recurrence = master.start().at(time).instant();
			if (isEdited(master, recurrence, time)) {
				continue;
			}
			Map.Entry<Instant, Event> change = this.later.floorEntry(recurrence);
			if (change == null) {
				hand(master, recurrence, time, span, wanted);
			}
			else if (!change.getValue().cancelled()) {
				hand(change.getValue(), recurrence, moved(master, change.getValue(), time), span, wanted);
			}
		}
	}

	private boolean isEdited(Event master, Instant recurrence, LocalDateTime time) {
		return this.edits.containsKey(recurrence)
				|| (!master.start().allDay() && this.editsOfDays.containsKey(time.toLocalDate()));
	}

	// As far as the first of the later ones was moved, on the wall clock.
	private static LocalDateTime moved(Event master, Event change, LocalDateTime time) {
		Moment edited = Objects.requireNonNull(change.edits());
		Duration shift = Duration.between(edited.shownIn(master.start().zone()), change.start().time());
		return time.plus(shift);
	}

	// How far outside of a span something can begin that takes place in it.
	private Duration slack(Event master) {
		Duration slack = longer(master.length().atMost(), master.repetition().longest().plusDays(2));
		for (Event change : this.later.values()) {
			Moment edited = change.edits();
			Duration shift = (edited != null) ? Duration.between(edited.time(), change.start().time()).abs()
					: Duration.ZERO;
			slack = longer(slack, change.length().atMost().plus(shift));
		}
		return slack;
	}

	private static Duration longer(Duration one, Duration other) {
		return (one.compareTo(other) > 0) ? one : other;
	}

	private static void hand(Event event, Instant recurrence, LocalDateTime time, Span span,
			Consumer<Occurrence> wanted) {
		event.span(time)
			.filter((own) -> own.meets(span) && own.length().compareTo(Event.LONGEST) <= 0)
			.ifPresent((own) -> wanted
				.accept(new Occurrence(event.uid(), recurrence, own, event.subject(), event.modified())));
	}

}
