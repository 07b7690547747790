package dev.vigie.oncall.schedule;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

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

	@Override
	public Holidays of(Region region) {
		return (date) -> this.known.computeIfAbsent(new YearOf(region, date.getYear()), PublicHolidays::dates)
			.contains(date);
	}

	private static Set<LocalDate> dates(YearOf year) {
		List<String> region = (year.region.region() != null) ? year.region.region() : List.of();
		return HolidayManager.getInstance(ManagerParameters.create(year.region.country().toLowerCase(Locale.ROOT)))
			.getHolidays(Year.of(year.year),
					region.stream().map((code) -> code.toLowerCase(Locale.ROOT)).toArray(String[]::new))
			.stream()
			.map(Holiday::getDate)
			.collect(Collectors.toUnmodifiableSet());
	}

	private record YearOf(Region region, int year) {
	}

}
