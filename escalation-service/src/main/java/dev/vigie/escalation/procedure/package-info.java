/**
 * Which runbooks fit an incident, as runbook-service answers.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.vigie.escalation.procedure;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
