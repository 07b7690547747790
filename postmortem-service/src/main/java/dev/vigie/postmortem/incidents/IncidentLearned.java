package dev.vigie.postmortem.incidents;

/**
 * Something new is known about an incident; heard in the transaction that keeps it.
 *
 * @param number the incident's number
 */
public record IncidentLearned(long number) {
}
