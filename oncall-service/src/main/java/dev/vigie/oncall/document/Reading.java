package dev.vigie.oncall.document;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.shared.document.Document;
import dev.vigie.shared.document.Names;
import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.problem.NotFound;

/**
 * Reads documents, one or a piece of the list.
 */
@Component
@Transactional(readOnly = true)
public class Reading {

	private static final int LONGEST = 500;

	/**
	 * The document.
	 * @param <S> the type of the spec
	 * @throws NotFound when there is none of that name
	 */
	public <S> Document<S> one(Kind<S> kind, String name) {
		return kind.find(name).orElseThrow(() -> new NotFound("There is no %s named %s".formatted(kind.kind(), name)));
	}

	/**
	 * A piece of the list, ordered by name.
	 * @param <S> the type of the spec
	 */
	public <S> Listing<S> list(Kind<S> kind, String after, int limit) {
		if (limit < 1 || limit > LONGEST) {
			throw new Invalid("limit", "must be between 1 and " + LONGEST);
		}
		if (!after.isEmpty()) {
			Names.check("after", after);
		}
		List<Document<S>> found = kind.after(after, limit + 1);
		if (found.size() <= limit) {
			return new Listing<>(found, null);
		}
		List<Document<S>> items = found.subList(0, limit);
		return new Listing<>(items, items.getLast().name());
	}

	/**
	 * A piece of a list.
	 *
	 * @param <S> the type of the spec
	 * @param items the documents, ordered by name
	 * @param next what to ask for as {@code after} to read on; absent at the end
	 */
	public record Listing<S>(List<Document<S>> items, @Nullable String next) {

		public Listing {
			items = List.copyOf(items);
		}

	}

}
