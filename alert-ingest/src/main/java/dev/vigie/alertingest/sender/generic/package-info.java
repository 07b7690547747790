/**
 * Any JSON, mapped to alerts by expressions that people write, or by ready mappings for
 * senders that have no receiver of their own.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "alert", "integration", "sender" })
package dev.vigie.alertingest.sender.generic;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
