package dev.vigie.oncall.schedule;

import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;

import org.springframework.stereotype.Component;

import dev.vigie.oncall.rotation.Holidays;

/**
 * The public holidays that Jollyday knows, a year of a region at a time.
 */
@Component
class PublicHolidays implements Almanac {

	private final Map<YearOf, Set<LocalDate>> known = new ConcurrentHashMap<>();

	/**
	 * Whether there is such a country.
	 */
	static boolean know(String country) {
		return HolidayManager.getSupportedCalendarCodes().stream().anyMatch((code) -> code.equalsIgnoreCase(country));
	}

	/**
	 * Whether the country has such a region; one without a region has.
	 */
	static boolean knowRegionOf(Region region) {
		return region.region() == null || codes(region).length == region.region().size();
	}

	@Override
	public Holidays of(Region region) {
		return (date) -> this.known.computeIfAbsent(new YearOf(region, date.getYear()), PublicHolidays::dates)
			.contains(date);
	}

	private static Set<LocalDate> dates(YearOf year) {
		return manager(year.region).getHolidays(Year.of(year.year), codes(year.region))
			.stream()
			.map(Holiday::getDate)
			.collect(Collectors.toUnmodifiableSet());
	}

	private static HolidayManager manager(Region region) {
		return HolidayManager.getInstance(ManagerParameters.create(region.country().toLowerCase(Locale.ROOT)));
	}

	// As Jollyday writes them: some in capitals, most not. As many as it knows.
	private static String[] codes(Region region) {
		List<String> codes = new ArrayList<>();
		Map<String, CalendarHierarchy> below = manager(region).getCalendarHierarchy().getChildren();
		for (String asked : (region.region() != null) ? region.region() : List.<String>of()) {
			Optional<Map.Entry<String, CalendarHierarchy>> found = below.entrySet()
				.stream()
				.filter((known) -> known.getKey().equalsIgnoreCase(asked))
				.findFirst();
			if (found.isEmpty()) {
				break;
			}
			codes.add(found.get().getKey());
			below = found.get().getValue().getChildren();
		}
		return codes.toArray(String[]::new);
	}

	private record YearOf(Region region, int year) {
	}

}
