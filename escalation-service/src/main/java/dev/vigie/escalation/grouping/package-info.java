/**
 * Which alerts are one incident: by group, by what they have in common, or because there
 * are too many at once.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "document")
package dev.vigie.escalation.grouping;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
