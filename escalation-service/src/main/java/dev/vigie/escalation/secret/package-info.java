/**
 * Documents that hold a secret: it is written and never shown.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.vigie.escalation.secret;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
