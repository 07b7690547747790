package dev.vigie.shared.document;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What applying a document does, or would do: the answer to every {@code PUT} of
 * configuration.
 *
 * @param <S> the type of the spec
 * @param action what happens to the stored document
 * @param version the version after the change
 * @param before the spec as it was, absent when the document is new
 * @param after the spec as it is (or would be), normalised
 * @param references what the spec points to, for whoever applies a whole set
 */
public record Change<S>(Action action, int version, @Nullable S before, S after, List<Reference> references) {

	public Change {
		references = List.copyOf(references);
	}

	/**
	 * The change from one spec to another.
	 */
	public static <S> Change<S> between(@Nullable Document<S> before, S after, List<Reference> references) {
		if (before == null) {
			return new Change<>(Action.CREATED, 0, null, after, references);
		}
		if (Objects.equals(before.spec(), after)) {
			return new Change<>(Action.UNCHANGED, before.version(), before.spec(), after, references);
		}
		return new Change<>(Action.UPDATED, before.version() + 1, before.spec(), after, references);
	}

	/**
	 * What happens to the stored document.
	 */
	public enum Action {

		CREATED, UPDATED, UNCHANGED

	}

	/**
	 * One document points to another by name.
	 *
	 * @param field the path in the spec that holds the name
	 * @param kind the kind pointed to, for example {@code Person}
	 * @param name its name
	 * @param as what its field {@code as} must say, null if that does not matter
	 */
	public record Reference(String field, String kind, String name,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String as) {

		public Reference(String field, String kind, String name) {
			this(field, kind, name, null);
		}

	}

}
