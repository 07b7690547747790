/**
 * People, teams and shifts in one consistent answer, for whoever must go on when this
 * program is away.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "contact", "person", "schedule", "span", "team" })
package dev.vigie.oncall.roster;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
