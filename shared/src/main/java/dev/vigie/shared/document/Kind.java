package dev.vigie.shared.document;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.vigie.shared.document.Change.Reference;

/**
 * One kind of document: where it is stored and what it points to. Implemented as a bean
 * by each kind a program keeps, so that kinds can point to each other without knowing
 * each other.
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

	/**
	 * The version that a new document of this name has; one that is made again may count
	 * on.
	 */
	default int firstVersion(String name) {
		return 0;
	}

	/**
	 * Stores the document, whether it is new or not.
	 */
	void save(Document<S> document);

	void delete(String name);

	/**
	 * What the documents of this spec are good for, where others can point only to some
	 * of the kind: its field {@code as}. Null if there is no such field.
	 */
	default @Nullable String as(S spec) {
		return null;
	}

	/**
	 * The documents that this spec points to.
	 */
	default List<Reference> references(S spec) {
		return List.of();
	}

}
