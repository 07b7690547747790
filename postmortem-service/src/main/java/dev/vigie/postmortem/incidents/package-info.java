/**
 * The facts of incidents, as escalation-service's feed tells them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.vigie.postmortem.incidents;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
