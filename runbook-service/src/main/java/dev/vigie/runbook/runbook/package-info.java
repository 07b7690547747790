/**
 * Markdown runbooks with matchers, kept in versions that never change.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.vigie.runbook.runbook;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
