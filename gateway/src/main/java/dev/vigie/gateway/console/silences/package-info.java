/**
 * Silences and maintenance windows: what is kept quiet, why, by whom and until when.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "console.layout")
package dev.vigie.gateway.console.silences;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
