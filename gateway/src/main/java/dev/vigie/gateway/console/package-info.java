/**
 * The web console, an area a package.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.vigie.gateway.console;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
