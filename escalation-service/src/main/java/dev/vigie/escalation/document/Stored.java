package dev.vigie.escalation.document;

import java.util.UUID;

import dev.vigie.shared.document.Document;

/**
 * A document with the id of the version it stands at; that version never changes.
 *
 * @param <S> the type of the spec
 */
public record Stored<S>(UUID versionId, Document<S> document) {

	public String name() {
		return this.document.name();
	}

	public S spec() {
		return this.document.spec();
	}

}
