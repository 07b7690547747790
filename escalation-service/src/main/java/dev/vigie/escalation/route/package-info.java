/**
 * Which rules and which policy an incident gets.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "condition", "document" })
package dev.vigie.escalation.route;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
