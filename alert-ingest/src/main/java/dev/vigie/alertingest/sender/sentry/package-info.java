/**
 * Sentry: webhooks of internal integrations, and the old plugin's.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "alert", "integration", "sender" })
package dev.vigie.alertingest.sender.sentry;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
