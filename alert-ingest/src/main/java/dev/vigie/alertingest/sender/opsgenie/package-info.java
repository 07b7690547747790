/**
 * Opsgenie's Alert API, for senders that know no other.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "alert", "delivery", "integration", "sender" })
package dev.vigie.alertingest.sender.opsgenie;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
