package dev.vigie.gateway.console.layout;

/**
 * A time as a page shows it.
 *
 * @param iso for machines
 * @param text date and time in the installation's zone
 * @param distance how far away it is, for example {@code 1 h 5 min}
 */
public record Moment(String iso, String text, String distance) {
}
