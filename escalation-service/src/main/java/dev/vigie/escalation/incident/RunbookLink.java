package dev.vigie.escalation.incident;

import org.jspecify.annotations.Nullable;

/**
 * A runbook that fits an incident, and why.
 */
public record RunbookLink(@Nullable String name, String title, @Nullable Integer version, String url, String reason) {
}
