/**
 * Deliveries: what senders post is read, checked, committed in groups and kept, so that
 * everybody can see what came and what became of it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "admission", "alert", "change", "integration", "lock", "sender" })
package dev.vigie.alertingest.delivery;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
