package dev.vigie.runbook.runbook;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.shared.document.Change;
import dev.vigie.shared.document.Document;
import dev.vigie.shared.document.Etags;
import dev.vigie.shared.problem.Conflict;
import dev.vigie.shared.problem.NotFound;

/**
 * What people do with runbooks.
 */
@Component
@Transactional
class RunbookEditing {

	private static final Logger log = LoggerFactory.getLogger(RunbookEditing.class);

	private final Runbooks runbooks;

	private final RunbookVersions versions;

	private final InstantSource clock;

	RunbookEditing(Runbooks runbooks, RunbookVersions versions, InstantSource clock) {
		this.runbooks = runbooks;
		this.versions = versions;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	Document<RunbookSpec> get(String name) {
		return this.runbooks.findByName(name)
			.flatMap(this::current)
			.orElseThrow(() -> new NotFound("There is no runbook " + name));
	}

	/**
	 * One version, of a deleted runbook too: an incident may still lead to it.
	 */
	@Transactional(readOnly = true)
	RunbookVersion version(String name, int number) {
		return this.runbooks.findByName(name)
			.flatMap((runbook) -> this.versions.findByRunbookIdAndVersion(runbook.id(), number))
			.orElseThrow(() -> new NotFound("There is no version %d of a runbook %s".formatted(number, name)));
	}

	@Transactional(readOnly = true)
	Change<RunbookSpec> preview(String name, RunbookSpec spec, @Nullable String ifMatch) {
		return change(this.runbooks.findByName(name), spec, ifMatch);
	}

	Change<RunbookSpec> put(String name, RunbookSpec spec, @Nullable String ifMatch, String author) {
		Optional<Runbook> stored = this.runbooks.findForUpdateByName(name);
		Change<RunbookSpec> change = change(stored, spec, ifMatch);
		if (change.action() == Change.Action.UNCHANGED) {
			return change;
		}
		Runbook runbook = stored.orElseGet(() -> new Runbook(name));
		int version = runbook.publish();
		store(runbook);
		this.versions.save(new RunbookVersion(runbook, spec, author, this.clock.instant()));
		log.info("{} wrote version {} of runbook {}", author, version, name);
		return change;
	}

	void delete(String name, @Nullable String ifMatch, String author) {
		Optional<Runbook> stored = this.runbooks.findForUpdateByName(name).filter((runbook) -> !runbook.isDeleted());
		Etags.check(ifMatch, stored.map(Runbook::currentVersion).orElse(null));
		stored.ifPresent((runbook) -> {
			runbook.delete(this.clock.instant());
			log.info("{} deleted runbook {}", author, name);
		});
	}

	private Change<RunbookSpec> change(Optional<Runbook> stored, RunbookSpec spec, @Nullable String ifMatch) {
		Document<RunbookSpec> before = stored.flatMap(this::current).orElse(null);
		Etags.check(ifMatch, (before != null) ? before.version() : null);
		if (before == null) {
			int version = stored.map(Runbook::currentVersion).orElse(0) + 1;
			return new Change<>(Change.Action.CREATED, version, null, spec, List.of());
		}
		return Change.between(before, spec, List.of());
	}

	private Optional<Document<RunbookSpec>> current(Runbook runbook) {
		if (runbook.isDeleted()) {
			return Optional.empty();
		}
		return this.versions.findByRunbookIdAndVersion(runbook.id(), runbook.currentVersion())
			.map((version) -> new Document<>(runbook.name(), version.version(), version.spec()));
	}

	private void store(Runbook runbook) {
		try {
			this.runbooks.saveAndFlush(runbook);
		}
		catch (DataIntegrityViolationException lost) {
			throw new Conflict("stale", "Somebody else has just made runbook %s; read it".formatted(runbook.name()));
		}
	}

}
