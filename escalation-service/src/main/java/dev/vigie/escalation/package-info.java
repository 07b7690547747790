/**
 * Incidents, their severity, who is paged when, and the pages themselves.
 */
@NullMarked
package dev.vigie.escalation;

import org.jspecify.annotations.NullMarked;
