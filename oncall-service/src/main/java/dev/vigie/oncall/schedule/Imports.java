package dev.vigie.oncall.schedule;

import java.util.List;
import java.util.Map;

import dev.vigie.oncall.schedule.Amendment.FixedShift;
import dev.vigie.oncall.span.Span;

/**
 * Knows the shifts of calendars that layers are read from. Implemented as a bean by
 * whatever imports calendars.
 */
public interface Imports {

	/**
	 * The shifts that meet the span, by the calendar's name and in order. Their role is
	 * that of the layer.
	 */
	Map<String, List<FixedShift>> meeting(Span span);

}
