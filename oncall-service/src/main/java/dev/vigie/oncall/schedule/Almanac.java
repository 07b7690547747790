package dev.vigie.oncall.schedule;

import dev.vigie.oncall.rotation.Holidays;

/**
 * Knows the public holidays of regions.
 */
interface Almanac {

	/**
	 * Knows of none.
	 */
	Almanac NONE = (_) -> Holidays.NONE;

	Holidays of(Region region);

}
