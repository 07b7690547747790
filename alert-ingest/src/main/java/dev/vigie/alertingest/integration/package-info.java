/**
 * Integrations: one inbound source each, a sender type and a key.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "admission", "lock" })
package dev.vigie.alertingest.integration;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
