package dev.vigie.allinone.apply;

import java.util.Comparator;

/**
 * What is wrong with one field of one document, and where it stands.
 *
 * @param file the file
 * @param line the line, counted from 1
 * @param field the path of the field, empty for the document as a whole
 * @param reason one sentence a person can act on
 */
record Finding(String file, int line, String field, String reason) implements Comparable<Finding> {

	private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::file)
		.thenComparingInt(Finding::line)
		.thenComparing(Finding::field);

	@Override
	public int compareTo(Finding other) {
		return ORDER.compare(this, other);
	}

	@Override
	public String toString() {
		return "%s:%d: %s".formatted(this.file, this.line,
				this.field.isEmpty() ? this.reason : this.field + ": " + this.reason);
	}

}
