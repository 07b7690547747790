package dev.vigie.escalation.connection;

import org.jspecify.annotations.Nullable;

/**
 * Where what was asked for can be found.
 *
 * @param url http or https, and nothing that could break out of a line
 * @param title what the other program calls it
 */
public record Link(String url, @Nullable String title) {
}
