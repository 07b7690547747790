/**
 * Puts the pseudonym of somebody who was erased in place of their name in all that this
 * program keeps.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "incidents")
package dev.vigie.postmortem.erasure;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
