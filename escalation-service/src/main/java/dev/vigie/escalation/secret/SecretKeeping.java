package dev.vigie.escalation.secret;

import org.jspecify.annotations.Nullable;

import org.springframework.transaction.annotation.Transactional;

import dev.vigie.shared.document.Change;
import dev.vigie.shared.document.Document;
import dev.vigie.shared.document.Edit;
import dev.vigie.shared.document.Editing;
import dev.vigie.shared.document.Kind;
import dev.vigie.shared.document.Reading;
import dev.vigie.shared.listing.Listing;

/**
 * What people do with documents that hold a secret: as with others, but no secret is ever
 * shown, and one that was not shown can be sent back as it was.
 *
 * @param <S> the type of their spec
 */
@Transactional
public class SecretKeeping<S extends Secretive<S>> {

	private final Kind<S> kind;

	private final Editing editing;

	private final Reading reading;

	public SecretKeeping(Kind<S> kind, Editing editing, Reading reading) {
		this.kind = kind;
		this.editing = editing;
		this.reading = reading;
	}

	public Change<S> apply(Edit<S> sent) {
		return masked(this.editing.apply(this.kind, whole(sent)));
	}

	@Transactional(readOnly = true)
	public Change<S> preview(Edit<S> sent) {
		return masked(this.editing.preview(this.kind, whole(sent)));
	}

	@Transactional(readOnly = true)
	public Document<S> get(String name) {
		return masked(this.reading.one(this.kind, name));
	}

	@Transactional(readOnly = true)
	public Listing<Document<S>> list(String after, int limit) {
		return this.reading.list(this.kind, after, limit).map(SecretKeeping::masked);
	}

	public void delete(String name, @Nullable String ifMatch) {
		this.editing.delete(this.kind, name, ifMatch);
	}

	private Edit<S> whole(Edit<S> sent) {
		S stored = this.kind.find(sent.name()).map(Document::spec).orElse(null);
		return new Edit<>(sent.name(), sent.spec().withSecretOf(stored).check(), sent.ifMatch());
	}

	private static <S extends Secretive<S>> Change<S> masked(Change<S> change) {
		S before = change.before();
		return new Change<>(change.action(), change.version(), (before != null) ? before.masked() : null,
				change.after().masked(), change.references());
	}

	private static <S extends Secretive<S>> Document<S> masked(Document<S> document) {
		return new Document<>(document.name(), document.version(), document.spec().masked());
	}

}
