package dev.vigie.oncall.rotation;

import java.time.LocalDate;

/**
 * The public holidays of some place.
 */
public interface Holidays {

	/**
	 * Those of a place that has none.
	 */
	Holidays NONE = (_) -> false;

	boolean isHoliday(LocalDate date);

}
