package dev.vigie.shared.document;

/**
 * A stored configuration document: {@code metadata.name}, its version (the {@code ETag}),
 * and its {@code spec}, normalised so that applying it again changes nothing.
 *
 * @param <S> the type of the spec
 */
public record Document<S>(String name, int version, S spec) {
}
