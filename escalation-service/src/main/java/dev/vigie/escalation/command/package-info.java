/**
 * Who does what while an incident lasts: commander, communications, scribe, experts and
 * observers.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "incident", "notice", "roster" })
package dev.vigie.escalation.command;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
