package dev.vigie.escalation.condition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Comes to the {@link Numbers} of several alerts, told one by one.
 */
public final class Counting {

	private final Map<String, Double> greatest = new HashMap<>();

	private final Map<String, Double> least = new HashMap<>();

	private final Map<String, Long> distinct = new HashMap<>();

	private final Map<String, List<String>> each = new HashMap<>();

	/**
	 * All that alerts with these words come to.
	 */
	public static Numbers of(List<Said> alerts) {
		Counting counting = new Counting();
		Map<String, TreeSet<String>> seen = new HashMap<>();
		for (Said alert : alerts) {
			counting.measured(alert);
			alert.labels().forEach((name, value) -> seen.computeIfAbsent(name, (_) -> new TreeSet<>()).add(value));
		}
		seen.forEach((name, values) -> counting.counted(name, values.size(),
				values.stream().limit(Numbers.LISTED).toList()));
		return counting.numbers();
	}

	/**
	 * Takes the numbers that an alert says.
	 */
	public void measured(Said alert) {
		Readings.of(alert).forEach((name, number) -> {
			this.greatest.merge(name, number, Math::max);
			this.least.merge(name, number, Math::min);
		});
	}

	/**
	 * Takes what somebody else has counted.
	 */
	public void counted(String label, long values, List<String> first) {
		this.distinct.put(label, values);
		this.each.put(label, List.copyOf(first));
	}

	public Numbers numbers() {
		return new Numbers(this.greatest, this.least, this.distinct, this.each);
	}

}
