package dev.vigie.oncall.calendar.ical;

import java.util.List;
import java.util.Objects;
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

	private static final int LONGEST = 1000;

	private static final int MOST_ATTENDEES = 200;

	public Subject {
		attendees = List.copyOf(attendees);
	}

	static Subject of(Component event) {
		String summary = Objects.requireNonNullElse(event.text("SUMMARY"), "");
		List<Attendee> attendees = event.all("ATTENDEE")
			.stream()
			.limit(MOST_ATTENDEES)
			.map(Attendee::of)
			.flatMap(Optional::stream)
			.toList();
		Attendee organizer = event.all("ORGANIZER")
			.stream()
			.map(Attendee::of)
			.flatMap(Optional::stream)
			.findFirst()
			.orElse(null);
		return new Subject(shortened(summary), attendees, organizer);
	}

	private static String shortened(String text) {
		if (text.length() <= LONGEST) {
			return text;
		}
		return text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
	}

}
