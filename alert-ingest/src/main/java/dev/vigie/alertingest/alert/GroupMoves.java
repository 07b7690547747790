package dev.vigie.alertingest.alert;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.vigie.alertingest.integration.IntegrationRef;

/**
 * The groups that alerts left in one transaction: when the routes of a sender are edited
 * its alerts go on in other groups, and nothing is ever said of the old ones again.
 */
final class GroupMoves {

	private final Map<AlertKey, @Nullable String> groups = new HashMap<>();

	private final Map<Left, IntegrationRef> left = new TreeMap<>();

	GroupMoves(Collection<StoredAlert> known) {
		known.forEach((stored) -> this.groups.put(stored.key(), stored.group()));
	}

	/**
	 * A group that is still reported is in use, whoever left it before.
	 */
	void reported(AlertReport report, String group) {
		this.left.remove(new Left(report.integration().id(), group));
	}

	void moved(AlertKey key, AlertReport report, String group) {
		String before = this.groups.put(key, group);
		if (before != null && !before.equals(group)) {
			this.left.put(new Left(key.integration(), before), report.integration());
		}
	}

	Set<Left> left() {
		return this.left.keySet();
	}

	@Nullable IntegrationRef integration(Left group) {
		return this.left.get(group);
	}

	/**
	 * A group by its hash, in the order in which everybody locks them.
	 */
	record Left(UUID integration, String hash) implements Comparable<Left> {

		private static final Comparator<Left> ORDER = Comparator.comparing(Left::integration).thenComparing(Left::hash);

		@Override
		public int compareTo(Left other) {
			return ORDER.compare(this, other);
		}

	}

}
