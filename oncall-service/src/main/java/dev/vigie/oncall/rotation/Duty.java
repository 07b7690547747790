package dev.vigie.oncall.rotation;

import java.util.List;

import dev.vigie.oncall.span.Span;

/**
 * A part of time for which people are on call in one turn.
 *
 * @param people who, at least one
 * @param span when
 * @param turn the turn's number
 * @param whole from the begin of the turn to its end
 */
public record Duty(List<String> people, Span span, long turn, Span whole) {

	public Duty {
		people = List.copyOf(people);
	}

}
