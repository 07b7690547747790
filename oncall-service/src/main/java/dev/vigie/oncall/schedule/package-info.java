/**
 * Schedules: whose turn it is, now, at any instant and over a range.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "constraint", "person", "rotation", "span" })
package dev.vigie.oncall.schedule;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
