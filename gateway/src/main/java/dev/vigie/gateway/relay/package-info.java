/**
 * The way to the programs: each credential becomes a token of five minutes, each path has
 * its program.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "account", "token", "signing" })
package dev.vigie.gateway.relay;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
