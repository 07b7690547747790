/**
 * A runbook as a page.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "console.layout")
package dev.vigie.gateway.console.runbooks;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
