package dev.vigie.alertingest.integration;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.shared.document.Change;
import dev.vigie.shared.document.Document;
import dev.vigie.shared.document.Etags;
import dev.vigie.shared.problem.Conflict;
import dev.vigie.shared.problem.NotFound;

/**
 * What people do with integrations.
 */
@Component
@Transactional
class IntegrationDocuments {

	private final Integrations integrations;

	private final IntegrationTypes types;

	private final KeyRing keys;

	IntegrationDocuments(Integrations integrations, IntegrationTypes types, KeyRing keys) {
		this.integrations = integrations;
		this.types = types;
		this.keys = keys;
	}

	/**
	 * What applying the document would do; nothing is written.
	 */
	@Transactional(readOnly = true)
	Applied preview(String name, JsonNode body, @Nullable String ifMatch) {
		Integration present = present(name).orElse(null);
		return compare(present, read(present, body), ifMatch);
	}

	Applied apply(String name, JsonNode body, @Nullable String ifMatch) {
		Integration present = present(name).orElse(null);
		IntegrationSpec spec = read(present, body);
		Applied applied = compare(present, spec, ifMatch);
		return switch (applied.change().action()) {
			case CREATED -> create(name, spec, applied);
			case UPDATED -> {
				if (present != null) {
					present.become(spec);
					this.keys.changed();
				}
				yield applied;
			}
			case UNCHANGED -> applied;
		};
	}

	void remove(String name, @Nullable String ifMatch) {
		Optional<Integration> present = present(name);
		Etags.check(ifMatch, present.map((integration) -> integration.document().version()).orElse(null));
		present.ifPresent((integration) -> {
			integration.remove();
			this.keys.revokeAll(integration.id());
		});
	}

	@Transactional(readOnly = true)
	Stored get(String name) {
		return present(name).map((integration) -> new Stored(integration.document(), this.keys.text(integration.id())))
			.orElseThrow(() -> new NotFound("There is no integration " + name));
	}

	@Transactional(readOnly = true)
	List<Stored> list(String after, int limit) {
		List<Integration> page = this.integrations.findByRemovedFalseAndNameGreaterThanOrderByName(after,
				Limit.of(limit));
		Map<UUID, IntegrationKey> texts = this.keys.texts(page.stream().map(Integration::id).toList());
		return page.stream().map((integration) -> {
			IntegrationKey key = texts.get(integration.id());
			return new Stored(integration.document(), (key != null) ? key.text() : null);
		}).toList();
	}

	private Optional<Integration> present(String name) {
		return this.integrations.findByName(name).filter((integration) -> !integration.isRemoved());
	}

	private IntegrationSpec read(@Nullable Integration present, JsonNode body) {
		return this.types.spec(Secrets.restored(body, (present != null) ? present.stored() : null));
	}

	private Applied compare(@Nullable Integration present, IntegrationSpec spec, @Nullable String ifMatch) {
		Document<IntegrationSpec> before = (present != null) ? present.document() : null;
		Etags.check(ifMatch, (before != null) ? before.version() : null);
		return new Applied(Change.between(before, spec, spec.references()),
				(present != null) ? this.keys.text(present.id()) : null);
	}

	private Applied create(String name, IntegrationSpec spec, Applied applied) {
		Change<IntegrationSpec> change = applied.change();
		Integration removed = this.integrations.findByName(name).orElse(null);
		if (removed == null) {
			// Flushed, since its key points to it.
			Integration created = this.integrations.saveAndFlush(new Integration(UUID.randomUUID(), name, spec));
			return new Applied(change, firstKey(created));
		}
		if (!removed.isRemoved()) {
			throw new Conflict("stale", "Somebody else has just created integration " + name);
		}
		int version = removed.document().version() + 1;
		removed.become(spec);
		removed.open();
		return new Applied(new Change<>(change.action(), version, null, spec, change.references()), firstKey(removed));
	}

	private @Nullable String firstKey(Integration integration) {
		return this.keys.rotate(integration.id(), Duration.ZERO).text();
	}

	/**
	 * A change, and the integration's key unless it is only about to be made.
	 */
	record Applied(Change<IntegrationSpec> change, @Nullable String key) {
	}

	/**
	 * A stored document with its key.
	 */
	record Stored(Document<IntegrationSpec> document, @Nullable String key) {
	}

}
