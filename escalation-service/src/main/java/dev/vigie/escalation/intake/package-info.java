/**
 * Reads the feed of alert-ingest into incidents and notices.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "incident", "notice" })
package dev.vigie.escalation.intake;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
