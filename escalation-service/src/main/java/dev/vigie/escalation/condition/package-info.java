/**
 * Conditions that people write, in CEL, over what an incident is about.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.vigie.escalation.condition;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
