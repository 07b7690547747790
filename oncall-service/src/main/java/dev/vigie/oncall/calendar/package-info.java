/**
 * Calendars of other programs: shifts, overrides and absences that are read from them,
 * and shifts that they show. The only place that knows iCalendar.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "constraint", "contact", "person", "rotation", "schedule", "span", "team" })
package dev.vigie.oncall.calendar;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
