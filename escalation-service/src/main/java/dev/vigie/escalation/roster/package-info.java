/**
 * Who can be paged now: the last known people, teams and schedules of oncall-service.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.vigie.escalation.roster;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
