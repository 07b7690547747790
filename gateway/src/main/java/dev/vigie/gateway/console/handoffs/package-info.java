/**
 * Hand-offs: who comes on call, who has taken over, and notes for the next.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "console.layout")
package dev.vigie.gateway.console.handoffs;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
