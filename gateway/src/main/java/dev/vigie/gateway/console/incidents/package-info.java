/**
 * Open incidents, one incident, and what may be said to it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "console.changes", "console.command", "console.directory", "console.layout",
		"console.silences" })
package dev.vigie.gateway.console.incidents;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
