/**
 * Configuration documents with immutable versions, and who refers to whom.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.vigie.escalation.document;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
