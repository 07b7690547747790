/**
 * The formatted webhook of Grafana OnCall.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "alert", "integration", "sender" })
package dev.vigie.alertingest.sender.oncall;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
