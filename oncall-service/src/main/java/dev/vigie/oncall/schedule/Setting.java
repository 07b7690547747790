package dev.vigie.oncall.schedule;

import java.util.Set;

import dev.vigie.oncall.rotation.Holidays;
import dev.vigie.oncall.rotation.WallClock;

/**
 * What hours of a schedule are counted by.
 *
 * @param clock where its wall clock hangs
 * @param holidays the public holidays it knows of
 * @param people everybody who takes turns in it
 */
public record Setting(WallClock clock, Holidays holidays, Set<String> people) {

	public Setting {
		people = Set.copyOf(people);
	}

}
