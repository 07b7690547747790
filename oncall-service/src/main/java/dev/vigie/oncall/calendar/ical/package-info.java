/**
 * iCalendar (RFC 5545) as text: what it says of shifts, and shifts as such text. Knows
 * neither people nor databases.
 */
@NullMarked
package dev.vigie.oncall.calendar.ical;

import org.jspecify.annotations.NullMarked;
