/**
 * Signed posts to other programs: they go where they were told, once, and nowhere else.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.vigie.escalation.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
