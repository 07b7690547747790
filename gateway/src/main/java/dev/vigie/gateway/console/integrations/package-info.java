/**
 * Integrations: whether what senders send arrives, and how to point them here.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "console.layout")
package dev.vigie.gateway.console.integrations;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
