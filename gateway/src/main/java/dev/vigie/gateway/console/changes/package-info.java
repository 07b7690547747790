/**
 * What was changed before an incident and while it lasted, shown beside it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "console.layout")
package dev.vigie.gateway.console.changes;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
