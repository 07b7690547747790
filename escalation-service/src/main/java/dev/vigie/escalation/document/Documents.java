package dev.vigie.escalation.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.vigie.shared.document.Document;
import dev.vigie.shared.document.Kind;
import dev.vigie.shared.problem.Invalid;

/**
 * All documents of one kind. What is saved is a new version; old versions stay as they
 * are for the incidents that began with them.
 *
 * @param <S> the type of the spec
 */
public abstract class Documents<S> implements Kind<S> {

	private static final int REMEMBERED = 1_000;

	private final Type<S> type;

	private final DocumentStore store;

	private final VersionTable<S> table;

	private final Map<UUID, Stored<S>> versions = new ConcurrentHashMap<>();

	protected Documents(Type<S> type, DocumentStore store) {
		this.type = type;
		this.store = store;
		this.table = store.table(type.table(), type.spec());
	}

	/**
	 * Reads a spec as it was sent.
	 */
	public S read(@Nullable JsonNode body) {
		S spec = this.store.specs().read(body, this.type.spec());
		if (spec.toString().indexOf(0) >= 0) {
			throw new Invalid("", "must not hold the character U+0000"); // no database
																			// text can
		}
		check(spec);
		return spec;
	}

	@Override
	public String kind() {
		return this.type.kind();
	}

	@Override
	public Optional<Document<S>> find(String name) {
		return this.table.find(name).map(Stored::document);
	}

	@Override
	public List<Document<S>> after(String name, int limit) {
		return this.table.after(name, limit).stream().map(Stored::document).toList();
	}

	@Override
	public int firstVersion(String name) {
		return this.table.nextVersion(name);
	}

	@Override
	public void save(Document<S> document) {
		this.table.save(document, this.store.clock().instant());
	}

	@Override
	public void delete(String name) {
		this.table.delete(name);
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

	/**
	 * Refuses with {@link Invalid} what constraints on fields cannot say.
	 */
	protected void check(S spec) {
		// they say all, unless a kind knows better
	}

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
