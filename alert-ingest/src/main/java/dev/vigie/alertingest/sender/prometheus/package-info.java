/**
 * Prometheus and the rulers of its kin, which post straight to Alertmanager's own API.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "alert", "integration", "sender" })
package dev.vigie.alertingest.sender.prometheus;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
