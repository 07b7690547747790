package dev.vigie.oncall.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.vigie.oncall.calendar.CalendarSpec.As;
import dev.vigie.oncall.calendar.Reading.Assigned;
import dev.vigie.oncall.schedule.Amendment.Takeover;
import dev.vigie.oncall.schedule.Amendments;
import dev.vigie.oncall.schedule.Cause;
import dev.vigie.oncall.span.Span;

/**
 * Overrides that are read from calendars. An event that does not say when it was changed
 * lies below whatever somebody does here.
 */
@Component
class ImportedOverrides implements Amendments {

	private final Readings readings;

	ImportedOverrides(Readings readings) {
		this.readings = readings;
	}

	@Override
	public Map<String, List<Dated>> meeting(Span span) {
		Map<String, List<Dated>> overrides = new HashMap<>();
		for (Reading reading : this.readings.as(As.OVERRIDES)) {
			String schedule = reading.spec().schedule();
			if (schedule != null) {
				List<Dated> all = overrides.computeIfAbsent(schedule, (_) -> new ArrayList<>());
				reading.meeting(span).forEach((one) -> all.addAll(overrides(one, reading.spec())));
			}
		}
		return overrides;
	}

	@Override
	public List<Dated> meeting(String schedule, Span span) {
		return this.readings.as(As.OVERRIDES)
			.stream()
			.filter((reading) -> schedule.equals(reading.spec().schedule()))
			.flatMap((reading) -> reading.meeting(span).stream().map((one) -> overrides(one, reading.spec())))
			.flatMap(List::stream)
			.toList();
	}

	private static List<Dated> overrides(Assigned one, CalendarSpec spec) {
		Instant modified = one.occurrence().modified();
		Instant madeAt = (modified != null) ? modified : Instant.EPOCH;
		return one.found()
			.people()
			.stream()
			.map((person) -> new Dated(madeAt,
					new Takeover(one.id(person), one.span(), Cause.Kind.OVERRIDE, spec.roleOrPrimary(), person, null)))
			.toList();
	}

}
