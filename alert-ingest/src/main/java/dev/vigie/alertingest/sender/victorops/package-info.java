/**
 * The VictorOps (Splunk On-Call) way to raise an incident, as Alertmanager's receiver
 * speaks it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "alert", "integration", "sender" })
package dev.vigie.alertingest.sender.victorops;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
