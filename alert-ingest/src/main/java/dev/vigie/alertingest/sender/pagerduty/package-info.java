/**
 * PagerDuty's Events API v2, for whatever already speaks it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "alert", "change", "delivery", "integration", "sender" })
package dev.vigie.alertingest.sender.pagerduty;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
