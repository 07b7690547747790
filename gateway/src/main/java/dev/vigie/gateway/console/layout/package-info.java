/**
 * What all pages of the console have in common.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "relay")
package dev.vigie.gateway.console.layout;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
