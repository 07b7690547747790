/**
 * What being on call has cost whom, and how good a schedule is.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "person", "rotation", "schedule", "span" })
package dev.vigie.oncall.report;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
