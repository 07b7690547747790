package dev.vigie.oncall.calendar.ical;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Whom and what an event is about, in the words of whoever wrote it.
 *
 * @param summary its title, empty if it has none
 * @param attendees whom it names
 * @param organizer who made it
 */
public record Subject(String summary, List<Attendee> attendees, @Nullable Attendee organizer) {

	public Subject {
		attendees = List.copyOf(attendees);
	}

	static Subject of(Component event) {
		String summary = event.text("SUMMARY");
		List<Attendee> attendees = event.all("ATTENDEE").stream().map(Attendee::of).flatMap(Optional::stream).toList();
		Attendee organizer = event.all("ORGANIZER")
			.stream()
			.map(Attendee::of)
			.flatMap(Optional::stream)
			.findFirst()
			.orElse(null);
		return new Subject((summary != null) ? summary : "", attendees, organizer);
	}

}
