package dev.vigie.escalation.incident;

import org.springframework.stereotype.Component;

/**
 * Where a batch reads and writes.
 */
@Component
record BatchTables(Incidents incidents, AlertTable alerts, GroupTable groups, CorrelationTable correlations,
		StormTable storms) {
}
