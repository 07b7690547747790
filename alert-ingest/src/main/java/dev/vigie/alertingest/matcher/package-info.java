/**
 * Matchers: what people write to name alerts by their labels.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.vigie.alertingest.matcher;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
