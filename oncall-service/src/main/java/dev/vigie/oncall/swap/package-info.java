/**
 * Swaps: people ask others to take shifts of theirs, for nothing or for shifts of the
 * other's.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "amendment", "constraint", "person", "schedule", "span" })
package dev.vigie.oncall.swap;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
