package dev.vigie.oncall.span;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A set of instants: spans in order of which no two touch. Each question walks over both
 * sides once.
 */
public final class Spans {

	private static final Spans NONE = new Spans(List.of());

	private final List<Span> spans;

	private Spans(List<Span> spans) {
		this.spans = spans;
	}

	public static Spans none() {
		return NONE;
	}

	public static Spans of(Span span) {
		return new Spans(List.of(span));
	}

	/**
	 * All that any of the spans holds, in whatever order they come.
	 */
	public static Spans of(Collection<Span> spans) {
		List<Span> sorted = spans.stream().sorted(Comparator.comparing(Span::start)).toList();
		List<Span> merged = new ArrayList<>();
		for (Span span : sorted) {
			Span last = merged.isEmpty() ? null : merged.getLast();
			if (last == null || last.end().isBefore(span.start())) {
				merged.add(span);
			}
			else if (span.end().isAfter(last.end())) {
				merged.set(merged.size() - 1, new Span(last.start(), span.end()));
			}
		}
		return new Spans(merged);
	}

	/**
	 * The spans in order.
	 */
	public List<Span> list() {
		return List.copyOf(this.spans);
	}

	public boolean isEmpty() {
		return this.spans.isEmpty();
	}

	public boolean holds(Instant at) {
		int index = firstEndingAfter(at);
		return index < this.spans.size() && this.spans.get(index).holds(at);
	}

	public Duration length() {
		return this.spans.stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
	}

	public Spans or(Spans other) {
		if (this.spans.isEmpty() || other.spans.isEmpty()) {
			return this.spans.isEmpty() ? other : this;
		}
		List<Span> all = new ArrayList<>(this.spans);
		all.addAll(other.spans);
		return of(all);
	}

	public Spans and(Spans other) {
		List<Span> common = new ArrayList<>();
		this.spans.forEach((span) -> common.addAll(other.within(span)));
		return new Spans(common);
	}

	public Spans minus(Spans other) {
		List<Span> left = new ArrayList<>();
		for (Span span : this.spans) {
			Instant from = span.start();
			for (Span gone : other.within(span)) {
				Span.between(from, gone.start()).ifPresent(left::add);
				from = gone.end();
			}
			Span.between(from, span.end()).ifPresent(left::add);
		}
		return new Spans(left);
	}

	/**
	 * The parts that lie in a span, cut to it.
	 */
	public List<Span> within(Span bounds) {
		List<Span> parts = new ArrayList<>();
		for (int i = firstEndingAfter(bounds.start()); i < this.spans.size()
				&& this.spans.get(i).start().isBefore(bounds.end()); i++) {
			this.spans.get(i).and(bounds).ifPresent(parts::add);
		}
		return parts;
	}

	private int firstEndingAfter(Instant at) {
		int low = 0;
		int high = this.spans.size();
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (this.spans.get(middle).end().isAfter(at)) {
				high = middle;
			}
			else {
				low = middle + 1;
			}
		}
		return low;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Spans that && this.spans.equals(that.spans);
	}

	@Override
	public int hashCode() {
		return this.spans.hashCode();
	}

	@Override
	public String toString() {
		return this.spans.toString();
	}

}
