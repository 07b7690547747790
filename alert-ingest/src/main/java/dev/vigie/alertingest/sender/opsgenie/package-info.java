/**
 * Opsgenie's Alert and Heartbeat API, for senders that know no other.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "alert", "delivery", "heartbeat", "integration", "sender" })
package dev.vigie.alertingest.sender.opsgenie;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
