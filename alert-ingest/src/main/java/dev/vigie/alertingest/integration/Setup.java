package dev.vigie.alertingest.integration;

/**
 * A piece of a sender's configuration, ready to paste.
 *
 * @param title what it is and where it goes
 * @param format {@code yaml}, {@code json}, {@code shell} or {@code text}
 * @param text the piece itself
 */
public record Setup(String title, String format, String text) {
}
