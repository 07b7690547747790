package dev.vigie.shared.document;

import org.jspecify.annotations.Nullable;

/**
 * A spec that somebody wants to have under a name.
 *
 * @param <S> the type of the spec
 * @param name the document's name
 * @param spec what it shall say
 * @param ifMatch the version the caller has seen, if they said so
 */
public record Edit<S>(String name, S spec, @Nullable String ifMatch) {
}
