package dev.vigie.escalation.incident;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The storms that a batch has read or changed.
 */
final class StormMemory {

	private final StormTable table;

	private final Set<String> asked = new HashSet<>();

	private final Map<String, IntegrationStorm> storms = new HashMap<>();

	private final Map<String, IntegrationStorm> unwritten = new LinkedHashMap<>();

	StormMemory(StormTable table) {
		this.table = table;
	}

	/**
	 * Reads those that nobody asked for before.
	 */
	List<IntegrationStorm> read(Collection<String> integrations) {
		List<IntegrationStorm> found = this.table.find(integrations.stream().filter(this.asked::add).toList());
		found.forEach((storm) -> this.storms.put(storm.integration(), storm));
		return found;
	}

	IntegrationStorm of(String integration) {
		return this.storms.getOrDefault(integration, IntegrationStorm.calm(integration));
	}

	void keep(IntegrationStorm storm) {
		this.storms.put(storm.integration(), storm);
		this.unwritten.put(storm.integration(), storm);
	}

	/**
	 * Whether the end of a storm is still to be told.
	 */
	boolean ends(String integration, Instant end) {
		return this.table.ends(integration, end);
	}

	void write() {
		this.table.save(this.unwritten.values());
		this.unwritten.clear();
	}

}
