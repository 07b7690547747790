/**
 * Grafana Alerting's webhook, and the dashboard alerts before it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "alert", "integration", "sender" })
package dev.vigie.alertingest.sender.grafana;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
