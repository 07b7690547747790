/**
 * Overrides: somebody is on call instead for a span, whatever the layers say.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "amendment", "constraint", "person", "schedule", "span" })
package dev.vigie.oncall.override;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
