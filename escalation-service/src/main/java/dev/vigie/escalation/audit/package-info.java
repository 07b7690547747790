/**
 * Looks each minute whether the promises of paging are kept, and says so when they are
 * not.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "channel", "notice" })
package dev.vigie.escalation.audit;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
