/**
 * Senders: what a parser of one kind of sender is, and what all of them read with. Each
 * kind has a package of its own below.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "alert", "change", "integration" })
package dev.vigie.alertingest.sender;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
