package dev.vigie.escalation.incident;

import java.time.Instant;
import java.util.Optional;

import dev.vigie.escalation.grouping.GroupingRule;

/**
 * What is about to be told, by the rule of its integration.
 *
 * @param earliest when the first of all that is read together was accepted
 */
record Coming(ComingAlert told, GroupingRule rule, Instant earliest) {

	Optional<Reported> reported() {
		return Optional.ofNullable(this.told.alert())
			.map((alert) -> Reported.of(this.told.sender(), alert, this.told.at(), this.rule));
	}

	/**
	 * By what it may find an incident if it opens none.
	 */
	Optional<CorrelationTable.Asked> asked() {
		if (!this.told.fires() || this.told.alert() == null) {
			return Optional.empty();
		}
		return asked(this.rule, this.told.alert(), this.earliest);
	}

	static Optional<CorrelationTable.Asked> asked(GroupingRule rule, ReportedAlert alert, Instant at) {
		return Optional.ofNullable(rule.correlation())
			.flatMap((correlation) -> correlation.values(alert.labels())
				.map((values) -> new CorrelationTable.Asked(CorrelationMemory.key(values),
						at.minus(correlation.within()))));
	}

}
