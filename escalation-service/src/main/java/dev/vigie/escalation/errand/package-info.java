/**
 * What other programs are asked for when an incident needs it, as rows with a state.
 */
@NullMarked
@ApplicationModule(
		allowedDependencies = { "channel", "connection", "incident", "link", "outage", "paging", "policy", "queue" })
package dev.vigie.escalation.errand;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
