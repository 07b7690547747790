/**
 * The keys that sign every token of the installation, and the short-lived tokens the
 * programs trust.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.vigie.gateway.signing;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
