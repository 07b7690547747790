package dev.vigie.oncall.calendar;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.vigie.oncall.calendar.CalendarSpec.Match;
import dev.vigie.oncall.calendar.ical.Attendee;
import dev.vigie.oncall.calendar.ical.Subject;
import dev.vigie.oncall.contact.ContactMethod;
import dev.vigie.oncall.person.PersonSpec;
import dev.vigie.shared.document.Document;

/**
 * Finds the people whom events mean, by address or by name, in whatever case they are
 * written. What could be several people is nobody: better a warning than the wrong one.
 */
final class Roll {

	// A level as Grafana OnCall writes it before a name.
	private static final Pattern LEVEL = Pattern.compile("^\\s*\\[L\\d\\]\\s*", Pattern.CASE_INSENSITIVE);

	private static final Pattern BETWEEN = Pattern
		.compile("\\s+[-–—|:]\\s+|:\\s|[,;/&()\\[\\]|]|\\s+(?:and|et)\\s+|\\s*\\+\\s*", Pattern.CASE_INSENSITIVE);

	private static final int SHORTEST = 3;

	private final Map<String, Set<String>> byAddress = new HashMap<>();

	private final Map<String, Set<String>> byName = new HashMap<>();

	Roll(Collection<Document<PersonSpec>> people) {
		for (Document<PersonSpec> person : people) {
			add(this.byName, person.name(), person.name());
			add(this.byName, person.spec().displayName(), person.name());
			person.spec()
				.contactMethods()
				.stream()
				.filter((method) -> method.type() == ContactMethod.Type.EMAIL)
				.forEach((method) -> add(this.byAddress, method.address(), person.name()));
		}
	}

	private static void add(Map<String, Set<String>> index, String key, String person) {
		index.computeIfAbsent(plain(key), (_) -> new TreeSet<>()).add(person);
	}

	private static String plain(String text) {
		return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
	}

	/**
	 * Whom an event means.
	 */
	Found find(Subject subject, Match match) {
		Set<String> people = new LinkedHashSet<>();
		Set<String> unknown = new LinkedHashSet<>();
		if (match != Match.NAME) {
			subject.attendees().forEach((attendee) -> byAddress(attendee, people, unknown));
		}
		if (people.isEmpty()) {
			people.addAll(inTitle(subject.summary(), match));
		}
		Attendee organizer = subject.organizer();
		if (people.isEmpty() && match != Match.NAME && unknown.isEmpty() && organizer != null) {
			byAddress(organizer, people, new LinkedHashSet<>());
		}
		if (people.isEmpty() && unknown.isEmpty()) {
			unknown.add(subject.summary().isEmpty() ? "an event without a title" : subject.summary());
		}
		return new Found(List.copyOf(people), List.copyOf(unknown));
	}

	private void byAddress(Attendee attendee, Set<String> people, Set<String> unknown) {
		String address = attendee.email();
		Set<String> found = (address != null) ? this.byAddress.getOrDefault(plain(address), Set.of()) : Set.of();
		if (found.size() == 1) {
			people.addAll(found);
		}
		else if (address != null) {
			unknown.add(address);
		}
	}

	private Set<String> inTitle(String summary, Match match) {
		String title = LEVEL.matcher(summary).replaceFirst("");
		Set<String> found = new LinkedHashSet<>();
		Stream.concat(Stream.of(title), BETWEEN.splitAsStream(title))
			.map(Roll::plain)
			.map((part) -> one(part, match))
			.forEach(found::addAll);
		return (found.isEmpty() && match != Match.EMAIL) ? asWords(plain(title)) : found;
	}

	private Set<String> one(String part, Match match) {
		Set<String> found = (match != Match.EMAIL) ? this.byName.getOrDefault(part, Set.of()) : Set.of();
		if (found.isEmpty() && match != Match.NAME) {
			found = this.byAddress.getOrDefault(part, Set.of());
		}
		return (found.size() == 1) ? found : Set.of();
	}

	// "On call Ada": her name as words of their own, and nobody else's.
	private Set<String> asWords(String title) {
		Set<String> found = new TreeSet<>();
		this.byName.forEach((name, people) -> {
			if (name.length() >= SHORTEST && holdsWords(title, name)) {
				found.addAll(people);
			}
		});
		return (found.size() == 1) ? found : Set.of();
	}

	private static boolean holdsWords(String title, String words) {
		for (int at = title.indexOf(words); at >= 0; at = title.indexOf(words, at + 1)) {
			int end = at + words.length();
			if ((at == 0 || !Character.isLetterOrDigit(title.charAt(at - 1)))
					&& (end == title.length() || !Character.isLetterOrDigit(title.charAt(end)))) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Whom an event means, and whom it names that nobody knows.
	 */
	record Found(List<String> people, List<String> unknown) {
	}

}
