package dev.vigie.escalation.document;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.vigie.shared.document.Change;
import dev.vigie.shared.document.Document;
import dev.vigie.shared.document.Etags;
import dev.vigie.shared.document.Names;
import dev.vigie.shared.document.Specs;
import dev.vigie.shared.listing.Listing;
import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.problem.NotFound;

/**
 * All documents of one kind. What is saved is a new version; old versions stay as they
 * are for the incidents that began with them.
 *
 * @param <S> the type of the spec
 */
public abstract class Documents<S> implements Kind {

	private static final int LONGEST = 500;

	private static final int REMEMBERED = 1_000;

	private final Type<S> type;

	private final DocumentStore store;

	private final Specs specs;

	private final References references;

	private final VersionTable<S> table;

	private final Map<UUID, Stored<S>> versions = new ConcurrentHashMap<>();

	protected Documents(Type<S> type, DocumentStore store, Specs specs, References references) {
		this.type = type;
		this.store = store;
		this.specs = specs;
		this.references = references;
		this.table = store.table(type.table(), type.spec());
	}

	/**
	 * Saves a spec as it was sent, or only says what saving would do.
	 */
	public Change<S> put(String name, @Nullable JsonNode body, @Nullable String ifMatch, boolean dryRun) {
		Names.check("name", name);
		S spec = this.specs.read(body, this.type.spec());
		if (spec.toString().indexOf(0) >= 0) {
			throw new Invalid("", "must not hold the character U+0000"); // no database
																			// text can
		}
		check(spec);
		Change<S> change = this.store.transactions().execute((_) -> save(name, spec, ifMatch, dryRun));
		return Objects.requireNonNull(change);
	}

	private Change<S> save(String name, S spec, @Nullable String ifMatch, boolean dryRun) {
		this.table.lock();
		Document<S> before = this.table.find(name).map(Stored::document).orElse(null);
		Etags.check(ifMatch, (before != null) ? before.version() : null);
		List<Change.Reference> pointers = references(spec);
		Change<S> change = (before != null) ? Change.between(before, spec, pointers)
				: new Change<>(Change.Action.CREATED, this.table.nextVersion(name), null, spec, pointers);
		if (!dryRun) {
			this.references.check(pointers);
			if (change.action() != Change.Action.UNCHANGED) {
				this.table.save(name, change.version(), spec, this.store.clock().instant());
			}
		}
		return change;
	}

	public Document<S> get(String name) {
		return this.table.find(name)
			.map(Stored::document)
			.orElseThrow(() -> new NotFound("There is no %s %s".formatted(kind(), name)));
	}

	public Listing<Document<S>> list(String after, int limit) {
		Listing.checkLimit(limit, LONGEST);
		Names.checkPlace(after);
		return Listing.of(this.table.after(after, limit + 1), limit, Stored::name).map(Stored::document);
	}

	/**
	 * Deletes; what is not there is deleted already.
	 */
	public void delete(String name) {
		this.store.transactions().executeWithoutResult((_) -> {
			this.table.lock();
			this.references.refuseIfUsed(kind(), name);
			this.table.delete(name);
		});
	}

	/**
	 * The version that somebody who begins now keeps.
	 */
	public Optional<UUID> currentVersion(String name) {
		return this.table.find(name).map(Stored::versionId);
	}

	protected List<Stored<S>> all() {
		return this.table.after("", Integer.MAX_VALUE);
	}

	/**
	 * A version that once was saved; remembered, for it never changes.
	 */
	protected Optional<Stored<S>> version(UUID versionId) {
		Stored<S> known = this.versions.get(versionId);
		if (known != null) {
			return Optional.of(known);
		}
		Optional<Stored<S>> found = this.table.version(versionId);
		if (this.versions.size() >= REMEMBERED) {
			this.versions.clear();
		}
		found.ifPresent((version) -> this.versions.put(versionId, version));
		return found;
	}

	@Override
	public String kind() {
		return this.type.kind();
	}

	@Override
	public boolean exists(String name) {
		return this.table.find(name).isPresent();
	}

	@Override
	public List<String> pointingTo(String kind, String name) {
		return all().stream()
			.filter((stored) -> references(stored.spec()).stream()
				.anyMatch((pointer) -> pointer.kind().equals(kind) && pointer.name().equals(name)))
			.map((stored) -> kind() + "/" + stored.name())
			.toList();
	}

	/**
	 * Refuses with {@link Invalid} what constraints on fields cannot say.
	 */
	protected abstract void check(S spec);

	/**
	 * Every document that the spec points to.
	 */
	protected abstract List<Change.Reference> references(S spec);

	/**
	 * What makes a kind.
	 *
	 * @param <S> the type of the spec
	 * @param kind its name
	 * @param table the name of its table
	 * @param spec the type of its spec
	 */
	public record Type<S>(String kind, String table, Class<S> spec) {
	}

}
