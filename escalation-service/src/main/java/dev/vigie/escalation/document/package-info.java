/**
 * Configuration documents whose versions stay as they are once somebody began with them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.vigie.escalation.document;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
