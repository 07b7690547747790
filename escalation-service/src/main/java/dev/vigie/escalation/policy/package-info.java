/**
 * Who is told, when, for each severity; the plan that follows from it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "condition", "document" })
package dev.vigie.escalation.policy;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
