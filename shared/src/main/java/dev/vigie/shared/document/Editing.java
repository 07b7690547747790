package dev.vigie.shared.document;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.shared.document.Change.Reference;
import dev.vigie.shared.problem.Conflict;
import dev.vigie.shared.problem.Invalid;

/**
 * Applies and deletes documents. Edits take turns across all replicas: documents point to
 * each other, and what an edit has checked must still hold when it commits.
 */
@Transactional
public class Editing {

	private static final Logger log = LoggerFactory.getLogger(Editing.class);

	private final JdbcClient jdbc;

	private final References references;

	private final ApplicationEventPublisher events;

	Editing(JdbcClient jdbc, References references, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.references = references;
		this.events = events;
	}

	/**
	 * Makes the document say what the edit says.
	 * @param <S> the type of the spec
	 * @throws Invalid when the spec points to something that is not there
	 */
	public <S> Change<S> apply(Kind<S> kind, Edit<S> edit) {
		takeTurn();
		Change<S> change = preview(kind, edit);
		this.references.check(change.references());
		this.references.refuseIfUsedOtherwise(kind, edit.name(), change.before(), change.after());
		if (change.action() != Change.Action.UNCHANGED) {
			kind.save(new Document<>(edit.name(), change.version(), edit.spec()));
			tell(kind, edit.name(), change.action().name());
		}
		return change;
	}

	/**
	 * What {@link #apply} would do, if everything that the spec points to were there.
	 * @param <S> the type of the spec
	 */
	@Transactional(readOnly = true)
	public <S> Change<S> preview(Kind<S> kind, Edit<S> edit) {
		Names.check("name", edit.name());
		Optional<Document<S>> stored = kind.find(edit.name());
		Etags.check(edit.ifMatch(), stored.map(Document::version).orElse(null));
		List<Reference> references = kind.references(edit.spec());
		return stored.map((before) -> Change.between(before, edit.spec(), references))
			.orElseGet(() -> new Change<>(Change.Action.CREATED, kind.firstVersion(edit.name()), null, edit.spec(),
					references));
	}

	/**
	 * Deletes the document; one that is absent already is fine.
	 * @throws Conflict when another document points to it
	 */
	public void delete(Kind<?> kind, String name, @Nullable String ifMatch) {
		takeTurn();
		Optional<? extends Document<?>> stored = kind.find(name);
		if (stored.isEmpty()) {
			return;
		}
		Etags.check(ifMatch, stored.get().version());
		this.references.refuseIfUsed(kind.kind(), name);
		kind.delete(name);
		tell(kind, name, "DELETED");
	}

	/**
	 * Waits until no edit is under way, and lets none begin before the caller's
	 * transaction ends: for changes that go across documents.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void takeTurn() {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtextextended(current_schema() || '.documents', 0))")
			.query((_, _) -> true)
			.single();
	}

	private void tell(Kind<?> kind, String name, String action) {
		this.events.publishEvent(new DocumentChanged(kind.kind(), name, action.toLowerCase(Locale.ROOT)));
		log.info("{}/{} {}", kind.kind(), name, action);
	}

}
