/**
 * Names of people and teams, offered where somebody is to write one.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.vigie.gateway.console.directory;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
