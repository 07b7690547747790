/**
 * Reads the feed of alert-ingest into incidents, notices and what hand-offs tell of
 * silences.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "handoff", "incident", "notice" })
package dev.vigie.escalation.intake;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
