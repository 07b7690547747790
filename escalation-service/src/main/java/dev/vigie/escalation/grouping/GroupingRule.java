package dev.vigie.escalation.grouping;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * How the alerts of an integration are put together.
 *
 * @param name the document that says so, empty when none does
 * @param labels those that make a group, when it is made by labels
 */
public record GroupingRule(String name, GroupedBy by, List<String> labels, @Nullable Correlation correlation,
		Storm.@Nullable Limit storm) {

	/**
	 * What holds when nobody wrote anything.
	 */
	public static final GroupingRule SENDERS = new GroupingRule("", GroupedBy.SENDER, List.of(), null, null);

	public GroupingRule {
		labels = List.copyOf(labels);
	}

	/**
	 * The labels an alert's group is known by. For groups of a single alert they say what
	 * it is about; the alert itself makes the group.
	 */
	public Map<String, String> groupLabels(Map<String, String> sender, Map<String, String> alert) {
		if (this.by != GroupedBy.LABELS) {
			return sender;
		}
		Map<String, String> chosen = new TreeMap<>();
		for (String label : this.labels) {
			String value = alert.get(label);
			if (value != null && !value.isEmpty()) {
				chosen.put(label, value);
			}
		}
		return chosen;
	}

}
