package dev.vigie.shared.document;

import org.springframework.transaction.annotation.Transactional;

import dev.vigie.shared.listing.Listing;
import dev.vigie.shared.problem.NotFound;

/**
 * Reads documents, one or a piece of the list.
 */
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
	public <S> Listing<Document<S>> list(Kind<S> kind, String after, int limit) {
		Listing.checkLimit(limit, LONGEST);
		Names.checkPlace(after);
		return Listing.of(kind.after(after, limit + 1), limit, Document::name);
	}

}
