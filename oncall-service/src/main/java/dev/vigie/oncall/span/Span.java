package dev.vigie.oncall.span;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A part of time that is not empty: {@code [start, end)}.
 *
 * @param start the first instant
 * @param end the first instant after it
 */
public record Span(Instant start, Instant end) {

	public Span {
		if (!start.isBefore(end)) {
			throw new IllegalArgumentException("A span must end after it starts: " + start + " to " + end);
		}
	}

	/**
	 * The span between two instants, if there is any.
	 */
	public static Optional<Span> between(Instant start, Instant end) {
		return start.isBefore(end) ? Optional.of(new Span(start, end)) : Optional.empty();
	}

	public boolean holds(Instant at) {
		return !at.isBefore(this.start) && at.isBefore(this.end);
	}

	/**
	 * Whether the two have any instant in common.
	 */
	public boolean meets(Span other) {
		return this.start.isBefore(other.end) && other.start.isBefore(this.end);
	}

	/**
	 * What the two have in common.
	 */
	public Optional<Span> and(Span other) {
		return between(later(this.start, other.start), earlier(this.end, other.end));
	}

	/**
	 * From the earlier start to the later end.
	 */
	public Span around(Span other) {
		return new Span(earlier(this.start, other.start), later(this.end, other.end));
	}

	public Duration length() {
		return Duration.between(this.start, this.end);
	}

	private static Instant later(Instant a, Instant b) {
		return a.isAfter(b) ? a : b;
	}

	private static Instant earlier(Instant a, Instant b) {
		return a.isBefore(b) ? a : b;
	}

}
