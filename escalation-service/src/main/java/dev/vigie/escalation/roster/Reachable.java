package dev.vigie.escalation.roster;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * A person, the language and the time they read, and their addresses, preferred first.
 */
public record Reachable(String person, String displayName, Locale language, ZoneId zone,
		List<ContactMethod> contactMethods) {

	public Reachable {
		contactMethods = List.copyOf(contactMethods);
	}

	/**
	 * Where mail to them goes, preferred first.
	 */
	public List<String> mailboxes() {
		return this.contactMethods.stream()
			.filter((method) -> method.type().equals("email"))
			.map(ContactMethod::address)
			.toList();
	}

	/**
	 * One address.
	 *
	 * @param type for example {@code email}
	 */
	public record ContactMethod(String type, String address) {
	}

}
