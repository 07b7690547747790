/**
 * Absences: who is away when, which shifts of theirs that hits, and who could take them.
 */
@NullMarked
@ApplicationModule(
		allowedDependencies = { "amendment", "calendar", "constraint", "override", "person", "schedule", "span" })
package dev.vigie.oncall.absence;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
