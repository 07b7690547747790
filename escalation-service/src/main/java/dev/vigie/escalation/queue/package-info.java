/**
 * Rows that are tried until they end.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.vigie.escalation.queue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
