package dev.vigie.gateway.console.silences;

import org.jspecify.annotations.Nullable;

import dev.vigie.gateway.console.layout.Moment;

/**
 * The silence that keeps an alert quiet if it begins now.
 *
 * @param silence its name
 */
public record Muting(String silence, String reason, @Nullable Moment until) {
}
