package dev.vigie.oncall.document;

import java.util.List;
import java.util.Optional;

import dev.vigie.shared.document.Change.Reference;
import dev.vigie.shared.document.Document;
import dev.vigie.shared.problem.Problem.FieldError;

/**
 * One kind of document: where it is stored, what it points to, and who points to it.
 *
 * @param <S> the type of its spec
 */
public interface Kind<S> {

	/**
	 * The kind as documents name it, for example {@code Person}.
	 */
	String kind();

	Optional<Document<S>> find(String name);

	/**
	 * The documents whose names come after the given one, in order.
	 */
	List<Document<S>> after(String name, int limit);

	void create(String name, S spec);

	void update(String name, S spec);

	void delete(String name);

	/**
	 * The documents that this spec points to.
	 */
	default List<Reference> references(S spec) {
		return List.of();
	}

	/**
	 * Which of the references lead nowhere.
	 */
	default List<FieldError> dangling(List<Reference> references) {
		return List.of();
	}

	/**
	 * The documents that point to this one, for example {@code Team backend}.
	 */
	default List<String> uses(String name) {
		return List.of();
	}

}
