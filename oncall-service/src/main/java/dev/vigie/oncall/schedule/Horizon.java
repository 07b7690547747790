package dev.vigie.oncall.schedule;

import java.time.Duration;

import dev.vigie.oncall.span.Span;

/**
 * Reads what lies near a question, and more only when an answer depends on it: most turns
 * and overrides end within days of it, a few only after a year.
 */
final class Horizon implements Material.Source {

	private static final Duration NEAR = Duration.ofDays(32);

	private static final Duration FAR = Duration.ofDays(400);

	private final Reader reader;

	private Material known;

	/**
	 * A horizon.
	 * @param known what was read so far
	 * @param reader reads more
	 */
	Horizon(Material known, Reader reader) {
		this.known = known;
		this.reader = reader;
	}

	/**
	 * What to read first for questions about a span.
	 */
	static Span near(Span span) {
		return wider(span, NEAR);
	}

	@Override
	public Material about(Span span) {
		if (!this.known.isGoodFor(span)) {
			this.known = this.reader.read(wider(this.known.span().around(span), FAR));
		}
		return this.known;
	}

	private static Span wider(Span span, Duration by) {
		return new Span(span.start().minus(by), span.end().plus(by));
	}

	/**
	 * Reads everything that meets a span.
	 */
	@FunctionalInterface
	interface Reader {

		Material read(Span span);

	}

}
