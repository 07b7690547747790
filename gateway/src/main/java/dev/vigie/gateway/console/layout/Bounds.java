package dev.vigie.gateway.console.layout;

/**
 * What a field for a time is bounded by, on the installation's clocks.
 *
 * @param now the present
 * @param week in a week
 * @param zone of the clocks
 */
public record Bounds(String now, String week, String zone) {
}
