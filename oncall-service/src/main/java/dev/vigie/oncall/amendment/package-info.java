/**
 * What everything that is laid over schedules has in common: changes take turns, the past
 * stays as it was, and whoever pages is told.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "person", "schedule", "span" })
package dev.vigie.oncall.amendment;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
