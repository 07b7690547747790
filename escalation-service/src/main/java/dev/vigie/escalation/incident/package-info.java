/**
 * Incidents, their alerts and their timeline.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "condition", "grouping", "policy", "roster", "route", "severity" })
package dev.vigie.escalation.incident;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
