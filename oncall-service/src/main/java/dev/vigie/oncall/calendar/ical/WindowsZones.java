package dev.vigie.oncall.calendar.ical;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The names that Windows, and so Outlook and Exchange, give to time zones.
 */
final class WindowsZones {

	private static final Map<String, String> IANA = load();

	private WindowsZones() {
	}

	static @Nullable String iana(String name) {
		return IANA.get(name.toLowerCase(Locale.ROOT));
	}

	static Map<String, String> all() {
		return IANA;
	}

	private static Map<String, String> load() {
		Properties names = new Properties();
		try (Reader file = new InputStreamReader(WindowsZones.class.getResourceAsStream("windows-zones.properties"),
				StandardCharsets.UTF_8)) {
			names.load(file);
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
		return names.stringPropertyNames()
			.stream()
			.collect(Collectors.toMap((name) -> name.replace('_', ' ').toLowerCase(Locale.ROOT), names::getProperty));
	}

}
