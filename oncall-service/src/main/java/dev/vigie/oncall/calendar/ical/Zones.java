package dev.vigie.oncall.calendar.ical;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.github.mangstadt.vinnie.VObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * The clocks that a calendar speaks of. A name that the IANA database knows means its
 * rules, as they are newer than any file; then the names of Windows; then what the file
 * itself says of a zone; at last the calendar's own zone.
 */
final class Zones {

	private static final Map<String, String> KNOWN = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

	static {
		ZoneId.getAvailableZoneIds().forEach((name) -> KNOWN.put(name, name));
	}

	private final Map<String, Component> described = new HashMap<>();

	private final Map<String, ZoneRules> found = new HashMap<>();

	private final Warnings warnings;

	private final ZoneRules own;

	/**
	 * The zones of a calendar.
	 * @param own where its clock hangs if it does not say so for a time; null for what it
	 * names itself
	 */
	Zones(Component calendar, @Nullable ZoneId own, Warnings warnings) {
		this.warnings = warnings;
		calendar.components("VTIMEZONE").forEach((zone) -> {
			String name = zone.text("TZID");
			if (name != null) {
				this.described.put(name, zone);
			}
		});
		String named = calendar.text("X-WR-TIMEZONE");
		if (own != null) {
			this.own = own.getRules();
		}
		else {
			this.own = (named != null) ? look(named).orElse(Moment.UTC) : Moment.UTC;
		}
	}

	/**
	 * The clock of days and of times that name none.
	 */
	ZoneRules own() {
		return this.own;
	}

	/**
	 * The clock that a property names.
	 */
	ZoneRules of(VObjectProperty property) {
		String name = property.getParameters().first("TZID");
		return (name == null) ? this.own
				: this.found.computeIfAbsent(name.strip(), (given) -> look(given).orElseGet(() -> {
					this.warnings.add(
							"The time zone %s is not known; its times are read in the calendar's own".formatted(given));
					return this.own;
				}));
	}

	private Optional<ZoneRules> look(String name) {
		return named(name).or(() -> described(name));
	}

	private Optional<ZoneRules> described(String name) {
		Component zone = this.described.get(name);
		if (zone == null) {
			return Optional.empty();
		}
		String location = zone.text("X-LIC-LOCATION");
		return Optional.ofNullable(location).flatMap(Zones::named).or(() -> ZoneDescription.rules(zone));
	}

	/**
	 * The rules of a name, also one with a maker's prefix as in
	 * {@code /mozilla.org/20070129_1/Europe/Paris}.
	 */
	static Optional<ZoneRules> named(String name) {
		String rest = name.replace("\"", "").strip();
		String windows = WindowsZones.iana(rest);
		if (windows != null) {
			return Optional.of(ZoneId.of(windows).getRules());
		}
		while (!rest.isEmpty()) {
			String known = KNOWN.get(rest);
			if (known != null) {
				return Optional.of(ZoneId.of(known).getRules());
			}
			int slash = rest.indexOf('/');
			rest = (slash < 0) ? "" : rest.substring(slash + 1);
		}
		return offset(name);
	}

	private static Optional<ZoneRules> offset(String name) {
		try {
			return Optional.of(ZoneId.of(name).getRules()); // such as UTC+01:00
		}
		catch (DateTimeException _) {
			return Optional.empty();
		}
	}

}
