/**
 * Which runbooks fit an incident, and why.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "runbook")
package dev.vigie.runbook.match;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
