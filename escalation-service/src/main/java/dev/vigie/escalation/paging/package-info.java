/**
 * Carries out escalation steps: who is paged, and who instead when that fails.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "condition", "incident", "link", "policy", "roster", "procedure", "page",
		"channel", "outage", "route" })
package dev.vigie.escalation.paging;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
