/**
 * What people did and have yet to do in schedules.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "person", "schedule", "span" })
package dev.vigie.oncall.duty;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
