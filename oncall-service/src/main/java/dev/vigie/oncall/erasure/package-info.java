/**
 * What is kept of a person: handed out to them, and taken out again so that figures stay
 * and nobody is told who it was.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "person" })
package dev.vigie.oncall.erasure;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
