/**
 * Puts the pseudonym of somebody who was erased in place of their name in all that this
 * program keeps, past incidents included, and empties their addresses.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "roster")
package dev.vigie.escalation.erasure;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
