/**
 * Teams: who belongs to them, in what position, and who is told when nobody else can be.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "constraint", "person" })
package dev.vigie.oncall.team;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
