package dev.vigie.oncall.calendar.ical;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.vigie.oncall.span.Span;

/**
 * An iCalendar text that was read: its events, ready to be asked what takes place when.
 */
public final class CalendarFile {

	/**
	 * What changes from one download to the next without anything being another.
	 */
	static final List<String> SAYS_NOTHING = List.of("DTSTAMP", "PRODID", "REFRESH-INTERVAL", "X-PUBLISHED-TTL");

	/**
	 * The longest that anything takes.
	 */
	public static final Duration LONGEST = Event.LONGEST;

	private static final int MOST_EVENTS = 20_000;

	private static final Comparator<Occurrence> ORDER = Comparator.comparing((Occurrence one) -> one.span().start())
		.thenComparing(Occurrence::uid)
		.thenComparing(Occurrence::recurrence);

	private final List<Series> series;

	private final int events;

	private final String digest;

	private final List<String> warnings;

	private CalendarFile(List<Series> series, int events, String digest, List<String> warnings) {
		this.series = List.copyOf(series);
		this.events = events;
		this.digest = digest;
		this.warnings = List.copyOf(warnings);
	}

	/**
	 * Reads a calendar.
	 * @param own where its clock hangs if a time does not say so; null for what it names
	 * itself, or UTC
	 * @throws Malformed if it is none, or not whole
	 */
	public static CalendarFile read(String text, @Nullable ZoneId own) throws Malformed {
		Warnings warnings = new Warnings();
		Map<String, List<Event>> events = new LinkedHashMap<>();
		List<String> canonical = new ArrayList<>();
		int count = 0;
		for (Component calendar : ComponentReader.read(text, warnings)) {
			EventReader reader = new EventReader(new Zones(calendar, own, warnings), warnings);
			for (Component component : calendar.components("VEVENT").toList()) {
				if (++count > MOST_EVENTS) {
					throw new Malformed("It holds more than %d events".formatted(MOST_EVENTS));
				}
				Optional<Event> event = reader.read(component);
				event.ifPresent((one) -> events.computeIfAbsent(one.uid(), (_) -> new ArrayList<>(1)).add(one));
				canonical.add(component.canonical(SAYS_NOTHING));
			}
			calendar.components("VTIMEZONE").forEach((zone) -> canonical.add(zone.canonical(SAYS_NOTHING)));
			canonical.add(String.valueOf(calendar.text("X-WR-TIMEZONE")));
		}
		if (count == 0) {
			warnings.add("It holds no events");
		}
		return new CalendarFile(events.values().stream().map(Series::new).toList(), count, digest(canonical),
				warnings.list());
	}

	private static String digest(List<String> canonical) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			canonical.stream().sorted().forEach((text) -> digest.update(text.getBytes(StandardCharsets.UTF_8)));
			return HexFormat.of().formatHex(digest.digest());
		}
		catch (NoSuchAlgorithmException missing) {
			throw new IllegalStateException("Every Java has SHA-256", missing);
		}
	}

	/**
	 * What takes place in the span, in order.
	 * @param most so many at most
	 */
	public List<Occurrence> occurrences(Span span, int most) {
		List<Occurrence> found = new ArrayList<>();
		for (Series one : this.series) {
			one.forEach(span, most, (occurrence) -> {
				if (found.size() < most) {
					found.add(occurrence);
				}
			});
			if (found.size() >= most) {
				break;
			}
		}
		found.sort(ORDER);
		return List.copyOf(found);
	}

	/**
	 * How many events it holds, edits of single occurrences too.
	 */
	public int events() {
		return this.events;
	}

	/**
	 * The same for texts that say the same.
	 */
	public String digest() {
		return this.digest;
	}

	/**
	 * What somebody should look at.
	 */
	public List<String> warnings() {
		return this.warnings;
	}

}
