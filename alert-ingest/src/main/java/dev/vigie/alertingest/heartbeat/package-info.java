/**
 * Heartbeats: what must be heard of again and again, and what its silence raises.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "alert", "delivery", "integration", "matcher" })
package dev.vigie.alertingest.heartbeat;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
