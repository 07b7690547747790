/**
 * Reads the feed of alert-ingest into incidents.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "incident")
package dev.vigie.escalation.intake;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
