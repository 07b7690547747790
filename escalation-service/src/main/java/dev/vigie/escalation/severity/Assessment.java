package dev.vigie.escalation.severity;

/**
 * A severity and why it is that.
 */
public record Assessment(Severity severity, String reason) {
}
