package dev.vigie.escalation.document;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.vigie.shared.document.Document;

/**
 * Some of the documents of a kind in the order of their names.
 *
 * @param <S> the type of the spec
 * @param next what to ask for next, null at the end
 */
public record DocumentPage<S>(List<Document<S>> items, @Nullable String next) {

	public DocumentPage {
		items = List.copyOf(items);
	}

}
