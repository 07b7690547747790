package dev.vigie.oncall.calendar;

import java.util.List;

import org.springframework.stereotype.Component;

import dev.vigie.oncall.absence.Absence;
import dev.vigie.oncall.absence.AbsenceSource;
import dev.vigie.oncall.calendar.CalendarSpec.As;
import dev.vigie.oncall.calendar.Reading.Assigned;
import dev.vigie.oncall.span.Span;

/**
 * Absences that are read from calendars.
 */
@Component
class ImportedAbsences implements AbsenceSource {

	private final Readings readings;

	ImportedAbsences(Readings readings) {
		this.readings = readings;
	}

	@Override
	public List<Absence> meeting(Span span) {
		return this.readings.as(As.ABSENCES)
			.stream()
			.flatMap((reading) -> reading.meeting(span).stream())
			.flatMap((one) -> one.found().people().stream().map((person) -> absence(one, person)))
			.toList();
	}

	private static Absence absence(Assigned one, String person) {
		String summary = one.occurrence().subject().summary();
		return new Absence(one.id(person), person, one.span(), one.calendar(), summary.isEmpty() ? null : summary,
				null);
	}

}
