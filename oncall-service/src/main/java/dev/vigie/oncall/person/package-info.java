/**
 * People who can be paged, and how they are reached.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "constraint", "contact" })
package dev.vigie.oncall.person;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
