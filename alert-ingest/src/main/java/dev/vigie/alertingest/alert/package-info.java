/**
 * Alerts: what senders say is wrong, one life after another, and the feed that tells of
 * it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "integration")
package dev.vigie.alertingest.alert;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
