/**
 * Quotas: how many alerts of an integration may begin each minute, and what becomes of
 * those beyond.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "alert", "integration" })
package dev.vigie.alertingest.quota;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
