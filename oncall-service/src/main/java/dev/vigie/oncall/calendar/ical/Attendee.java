package dev.vigie.oncall.calendar.ical;

import java.util.Locale;
import java.util.Optional;

import com.github.mangstadt.vinnie.VObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom an event names.
 *
 * @param email where they are written to, in lower case; null if it does not say
 * @param name what they are called; null if it does not say
 */
public record Attendee(@Nullable String email, @Nullable String name) {

	/**
	 * Reads an ATTENDEE or ORGANIZER; rooms, and whoever declined, are none.
	 */
	static Optional<Attendee> of(VObjectProperty property) {
		if (is(property, "PARTSTAT", "DECLINED") || is(property, "CUTYPE", "ROOM") || is(property, "CUTYPE", "RESOURCE")
				|| is(property, "ROLE", "NON-PARTICIPANT")) {
			return Optional.empty();
		}
		String address = property.getValue().strip().toLowerCase(Locale.ROOT);
		String given = property.getParameters().first("EMAIL");
		String email = address.startsWith("mailto:") ? address.substring("mailto:".length()) : address;
		if (given != null) {
			email = given.strip().toLowerCase(Locale.ROOT);
		}
		String name = property.getParameters().first("CN");
		return Optional.of(new Attendee(email.contains("@") ? email : null,
				(name == null || name.isBlank()) ? null : name.strip()));
	}

	private static boolean is(VObjectProperty property, String parameter, String value) {
		return value.equalsIgnoreCase(property.getParameters().first(parameter));
	}

}
