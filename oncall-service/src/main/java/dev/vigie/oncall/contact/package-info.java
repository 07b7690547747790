/**
 * How a person is reached: by what, where, and what of it first at which hour.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "constraint" })
package dev.vigie.oncall.contact;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
