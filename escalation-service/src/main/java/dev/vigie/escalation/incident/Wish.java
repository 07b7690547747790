package dev.vigie.escalation.incident;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a batch is going to ask for.
 */
record Wish(Collection<AlertTable.Wanted> alerts, Collection<Origin> groups, Collection<CorrelationTable.Asked> alike,
		Collection<String> storms) {

	static Wish forAlert(AlertTable.Wanted wanted) {
		return new Wish(List.of(wanted), List.of(), List.of(), List.of());
	}

	static Wish forGroup(Origin origin) {
		return new Wish(List.of(), List.of(origin), List.of(), List.of());
	}

	static Wish forAlike(CorrelationTable.Asked asked) {
		return new Wish(List.of(), List.of(), List.of(asked), List.of());
	}

	static Wish forStorm(String integration) {
		return new Wish(List.of(), List.of(), List.of(), List.of(integration));
	}

	/**
	 * What all these reports will ask for.
	 */
	static Wish forAll(Collection<Coming> coming) {
		Set<AlertTable.Wanted> alerts = new LinkedHashSet<>();
		Set<Origin> groups = new LinkedHashSet<>();
		Set<CorrelationTable.Asked> alike = new LinkedHashSet<>();
		Set<String> storms = new LinkedHashSet<>();
		for (Coming one : coming) {
			one.told().wanted().ifPresent(alerts::add);
			groups.add(one.told().sender().origin());
			one.reported().ifPresent((reported) -> groups.add(reported.origin()));
			one.asked().ifPresent(alike::add);
			if (one.rule().storm() != null) {
				storms.add(one.told().sender().integration());
			}
		}
		return new Wish(alerts, groups, alike, storms);
	}

}
