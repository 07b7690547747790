/**
 * Looks ahead: what would happen, to whom and why, without telling anybody.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "condition", "incident", "paging", "policy", "roster", "severity" })
package dev.vigie.escalation.simulation;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
