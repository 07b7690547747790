/**
 * People, teams and schedules: who is on call at any instant.
 */
@NullMarked
package dev.vigie.oncall;

import org.jspecify.annotations.NullMarked;
