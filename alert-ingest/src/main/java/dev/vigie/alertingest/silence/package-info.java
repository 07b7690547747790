/**
 * Silences and maintenance windows: which alerts nobody is told of, when, by whom and
 * why.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "alert", "integration", "matcher" })
package dev.vigie.alertingest.silence;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
