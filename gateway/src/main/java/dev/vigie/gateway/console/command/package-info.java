/**
 * Who leads an incident, who does what in it, and what those who follow it are told.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "console.directory", "console.layout" })
package dev.vigie.gateway.console.command;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
