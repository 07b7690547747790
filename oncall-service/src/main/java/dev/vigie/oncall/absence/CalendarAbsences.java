package dev.vigie.oncall.absence;

import java.util.List;

import org.springframework.stereotype.Component;

import dev.vigie.oncall.calendar.ImportedAbsences;
import dev.vigie.oncall.span.Span;

/**
 * Absences as calendars tell them.
 */
@Component
class CalendarAbsences implements AbsenceSource {

	private final ImportedAbsences imported;

	CalendarAbsences(ImportedAbsences imported) {
		this.imported = imported;
	}

	@Override
	public List<Absence> meeting(Span span) {
		return this.imported.meeting(span)
			.stream()
			.map((one) -> new Absence(one.id(), one.person(), one.span(), one.calendar(),
					one.summary().isBlank() ? null : one.summary(), null))
			.toList();
	}

}
