/**
 * What fields of documents may hold, beyond what Jakarta Validation knows.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.vigie.oncall.constraint;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
