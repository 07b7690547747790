package dev.vigie.oncall.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A place where a person stands.
 *
 * @param kind the kind of the document, for example {@code Team}
 * @param name its name
 * @param field where in it
 * @param as what they are there, for example {@code tech-lead}
 * @param duty whether somebody counts on them there: it has to be handed over before they
 * can be erased
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Place(String kind, String name, String field, @Nullable String as, boolean duty) {
}
