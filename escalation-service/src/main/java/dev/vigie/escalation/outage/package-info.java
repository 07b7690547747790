/**
 * What is away while an incident needs it, so that its timeline says so once.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.vigie.escalation.outage;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
