package dev.vigie.oncall.absence;

import java.util.List;

import dev.vigie.oncall.span.Span;

/**
 * Knows absences that are written down elsewhere. Implemented as a bean by whatever reads
 * them from there; asked in a transaction.
 */
public interface AbsenceSource {

	/**
	 * Those that meet the span, in order.
	 */
	List<Absence> meeting(Span span);

}
