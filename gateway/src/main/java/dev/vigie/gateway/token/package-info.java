/**
 * Personal API tokens: shown once, stored as hashes, scoped, expiring.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "account")
package dev.vigie.gateway.token;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
