/**
 * Parts of time and what can be done with them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.vigie.oncall.span;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
