/**
 * Alertmanager's webhook, and its imitations.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "alert", "integration", "sender" })
package dev.vigie.alertingest.sender.alertmanager;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
