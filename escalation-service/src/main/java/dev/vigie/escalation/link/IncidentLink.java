package dev.vigie.escalation.link;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A link of an incident.
 *
 * @param url http or https
 * @param title what the program behind it calls it
 * @param connection the connection it came by
 */
public record IncidentLink(LinkKind kind, String url, @Nullable String title, String connection, Instant at) {
}
