package dev.vigie.escalation.incident;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.vigie.escalation.grouping.Storm;

/**
 * About how many incidents reports are going to open, so that their numbers are taken at
 * once and hardly any is lost.
 */
final class Forecast {

	private final BatchMemory memory;

	private final Map<String, Storm> storms = new HashMap<>();

	private final Set<List<String>> fresh = new HashSet<>();

	Forecast(BatchMemory memory) {
		this.memory = memory;
	}

	int incidents(Collection<Coming> coming) {
		for (Coming one : coming) {
			if (one.told().fires()) {
				one.reported().filter(this::opens).ifPresent((reported) -> this.fresh.add(name(reported)));
			}
		}
		return this.fresh.size();
	}

	private boolean opens(Reported reported) {
		if (this.memory.held(reported.integration(), reported.alert()).isPresent()) {
			return false;
		}
		boolean storm = storm(reported);
		return this.memory.taking(reported.origin()).isEmpty() && !storm && this.memory.alike(reported).isEmpty();
	}

	private boolean storm(Reported reported) {
		Storm.Limit limit = reported.rule().storm();
		if (limit == null) {
			return false;
		}
		return this.storms
			.compute(reported.integration(),
					(integration, storm) -> ((storm != null) ? storm : this.memory.storm(integration, limit).storm())
						.and(limit, reported.at()))
			.rages(limit, reported.at());
	}

	// What correlates with each other opens one.
	private static List<String> name(Reported reported) {
		return Coming.asked(reported.rule(), reported.alert(), reported.at())
			.map((asked) -> List.of(reported.integration(), asked.key()))
			.orElseGet(() -> List.of(reported.integration(), reported.origin().groupHash()));
	}

}
