package dev.vigie.oncall.document;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.shared.document.Change;
import dev.vigie.shared.document.Change.Reference;
import dev.vigie.shared.document.Document;
import dev.vigie.shared.document.Etags;
import dev.vigie.shared.document.Names;
import dev.vigie.shared.feed.Feed;
import dev.vigie.shared.problem.Conflict;
import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.problem.Problem.FieldError;

/**
 * Applies and deletes documents. Edits take turns across all replicas: people, teams and
 * schedules point to each other, and what an edit has checked must still hold when it
 * commits.
 */
@Component
@Transactional
public class Editing {

	private static final Logger log = LoggerFactory.getLogger(Editing.class);

	private final JdbcClient jdbc;

	private final Feed feed;

	Editing(JdbcClient jdbc, Feed feed) {
		this.jdbc = jdbc;
		this.feed = feed;
	}

	/**
	 * Makes the document say what the edit says.
	 * @param <S> the type of the spec
	 * @throws Invalid when the spec points to something that is not there
	 */
	public <S> Change<S> apply(Kind<S> kind, Edit<S> edit) {
		takeTurn();
		Change<S> change = preview(kind, edit);
		List<FieldError> dangling = kind.dangling(change.references());
		if (!dangling.isEmpty()) {
			throw new Invalid(dangling);
		}
		switch (change.action()) {
			case CREATED -> kind.create(edit.name(), edit.spec());
			case UPDATED -> kind.update(edit.name(), edit.spec());
			case UNCHANGED -> {
				return change;
			}
		}
		tell(kind, edit.name(), change.action().name());
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
		return Change.between(stored.orElse(null), edit.spec(), references);
	}

	/**
	 * Deletes the document; one that is absent already is fine.
	 */
	public void delete(Kind<?> kind, String name, @Nullable String ifMatch) {
		takeTurn();
		Optional<? extends Document<?>> stored = kind.find(name);
		if (stored.isEmpty()) {
			return;
		}
		Etags.check(ifMatch, stored.get().version());
		List<String> uses = kind.uses(name);
		if (!uses.isEmpty()) {
			throw new Conflict("in-use", "%s %s is used by %s".formatted(kind.kind(), name, String.join(", ", uses)));
		}
		kind.delete(name);
		tell(kind, name, "DELETED");
	}

	private void takeTurn() {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtextextended(current_schema() || '.documents', 0))")
			.query((_, _) -> true)
			.single();
	}

	private void tell(Kind<?> kind, String name, String action) {
		String subject = kind.kind() + "/" + name;
		this.feed.append("dev.vigie.roster.changed", subject,
				new RosterChanged(kind.kind(), name, action.toLowerCase(Locale.ROOT)));
		log.info("{} {}", subject, action);
	}

	/**
	 * What the feed says: enough to know what to read again.
	 */
	record RosterChanged(String kind, String name, String action) {
	}

}
