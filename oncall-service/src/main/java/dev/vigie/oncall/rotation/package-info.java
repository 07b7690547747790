/**
 * Whose turn it is by the wall clock: the pure arithmetic of rotations.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "span")
package dev.vigie.oncall.rotation;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
