/**
 * Post-mortems: drafted when a grave incident resolves, written by people, published.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "incidents")
package dev.vigie.postmortem.postmortem;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
