/**
 * Uptime Kuma's webhook.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "alert", "integration", "sender" })
package dev.vigie.alertingest.sender.uptimekuma;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
