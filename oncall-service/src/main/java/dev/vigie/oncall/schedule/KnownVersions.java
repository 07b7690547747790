package dev.vigie.oncall.schedule;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Versions that were read before, so that a long history is not parsed at each question;
 * those that were asked for last, as many as fit.
 */
final class KnownVersions {

	private static final long MOST_TEXT = 4_000_000;

	private final LinkedHashMap<Place, Known> known = new LinkedHashMap<>(16, 0.75f, true);

	private long text;

	/**
	 * The version in a row, null if it is not known, or not in this edition of the row.
	 */
	synchronized @Nullable Version find(Row row) {
		Known found = this.known.get(row.place());
		return (found != null && found.edition().equals(row.edition())) ? found.version() : null;
	}

	/**
	 * Remembers what is in a row.
	 * @param length of its text, for what it takes to remember it
	 */
	synchronized void keep(Row row, Version version, int length) {
		Known before = this.known.put(row.place(), new Known(row.edition(), version, length));
		this.text += length - ((before != null) ? before.length() : 0);
		Iterator<Map.Entry<Place, Known>> oldest = this.known.entrySet().iterator();
		while (this.text > MOST_TEXT) {
			this.text -= oldest.next().getValue().length();
			oldest.remove();
		}
	}

	/**
	 * Which row it is.
	 *
	 * @param edition another one whenever the row was changed
	 */
	record Row(String schedule, int number, String edition) {

		private Place place() {
			return new Place(this.schedule, this.number);
		}

	}

	private record Place(String schedule, int number) {
	}

	private record Known(String edition, Version version, int length) {
	}

}
