package dev.vigie.escalation.procedure;

import org.jspecify.annotations.Nullable;

/**
 * A runbook that fits, and why.
 *
 * @param name the runbook's name, absent when an annotation of the alert gave the address
 */
public record Procedure(@Nullable String name, String title, @Nullable Integer version, String url, String reason) {
}
