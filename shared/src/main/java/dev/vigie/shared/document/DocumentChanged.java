package dev.vigie.shared.document;

/**
 * A document is another now; heard in the transaction of the change.
 *
 * @param kind for example {@code Person}
 * @param name its name
 * @param action created, updated or deleted, or what else a program does with its kind
 */
public record DocumentChanged(String kind, String name, String action) {
}
