package dev.vigie.escalation.roster;

/**
 * Somebody was erased in oncall-service and goes by a pseudonym there from now on.
 */
public record PersonErased(String person, String pseudonym) {
}
