/**
 * Temporary schedules: for a span fixed shifts replace everything.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "amendment", "constraint", "person", "schedule", "span" })
package dev.vigie.oncall.temporary;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
