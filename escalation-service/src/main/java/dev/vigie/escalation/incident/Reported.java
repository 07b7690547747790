package dev.vigie.escalation.incident;

import java.time.Instant;
import java.util.Map;

import dev.vigie.escalation.grouping.GroupedBy;
import dev.vigie.escalation.grouping.GroupingRule;
import dev.vigie.escalation.grouping.Placement;

/**
 * A report about an alert, by the rule that holds for its integration.
 *
 * @param at when the sender's delivery was accepted
 * @param origin the group it is in by that rule
 */
record Reported(AlertSender sender, ReportedAlert alert, Instant at, GroupingRule rule, Origin origin) {

	static Reported of(AlertSender sender, ReportedAlert alert, Instant at, GroupingRule rule) {
		Map<String, String> labels = rule.groupLabels(sender.groupLabels(), alert.labels());
		Origin origin = (rule.by() == GroupedBy.ALERT)
				? Origin.ofAlert(sender.integration(), alert.fingerprint(), labels)
				: Origin.of(sender.integration(), labels);
		return new Reported(sender, alert, at, rule, origin);
	}

	String integration() {
		return this.sender.integration();
	}

	HeldGroup.Kind kind() {
		return HeldGroup.Kind.of(this.rule.by());
	}

	/**
	 * What an incident of its own is called. Groups of a single alert all have the same
	 * labels, so those of the alert tell them apart.
	 */
	String title() {
		return this.alert.title((this.rule.by() == GroupedBy.ALERT) ? this.alert.labels() : this.origin.groupLabels());
	}

	Placement.Arriving arriving() {
		return new Placement.Arriving(integration(), this.alert.labels(), this.at);
	}

}
