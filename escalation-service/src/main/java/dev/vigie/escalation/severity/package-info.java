/**
 * How bad an incident is: P1 to P5, by rules that people write.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "condition", "document" })
package dev.vigie.escalation.severity;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
