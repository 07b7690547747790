package dev.vigie.oncall.calendar;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.vigie.oncall.calendar.CalendarSpec.As;
import dev.vigie.oncall.schedule.Amendment.FixedShift;
import dev.vigie.oncall.schedule.Imports;
import dev.vigie.oncall.span.Span;

/**
 * The shifts of layers that are read from calendars. Whom nobody knows has none: what
 * lies below shows.
 */
@Component
class ImportedLayers implements Imports {

	private final Readings readings;

	ImportedLayers(Readings readings) {
		this.readings = readings;
	}

	@Override
	public Map<String, List<FixedShift>> meeting(Span span) {
		Map<String, List<FixedShift>> shifts = new HashMap<>();
		for (Reading reading : this.readings.as(As.LAYER)) {
			shifts.put(reading.calendar(),
					reading.meeting(span)
						.stream()
						.flatMap((one) -> one.found()
							.people()
							.stream()
							.map((person) -> new FixedShift(one.span(), reading.spec().roleOrPrimary(), person)))
						.toList());
		}
		return shifts;
	}

}
