package dev.vigie.oncall.calendar;

import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Component;

import dev.vigie.oncall.calendar.CalendarSpec.As;
import dev.vigie.oncall.span.Span;

/**
 * Absences that are read from calendars, for whoever keeps absences. Ask it in a
 * transaction; each change is told as a {@code DocumentChanged} of kind {@code Calendar}.
 */
@Component
public class ImportedAbsences {

	private final Readings readings;

	ImportedAbsences(Readings readings) {
		this.readings = readings;
	}

	/**
	 * The absences that meet the span, by calendar and in order.
	 */
	public List<ImportedAbsence> meeting(Span span) {
		return this.readings.as(As.ABSENCES)
			.stream()
			.flatMap((reading) -> reading.meeting(span).stream())
			.flatMap((one) -> one.found()
				.people()
				.stream()
				.map((person) -> new ImportedAbsence(one.id(person), one.calendar(), person, one.span(),
						one.occurrence().subject().summary())))
			.toList();
	}

	/**
	 * Somebody is away, says a calendar.
	 *
	 * @param id the same for as long as the event is
	 * @param calendar which calendar says so
	 * @param person who is away
	 * @param span when
	 * @param summary the event's title, which may be empty
	 */
	public record ImportedAbsence(UUID id, String calendar, String person, Span span, String summary) {
	}

}
