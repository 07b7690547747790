/**
 * Runbooks with versions, and which of them fits an incident.
 */
@NullMarked
package dev.vigie.runbook;

import org.jspecify.annotations.NullMarked;
