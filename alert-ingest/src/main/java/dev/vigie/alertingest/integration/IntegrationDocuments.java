package dev.vigie.alertingest.integration;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

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

	IntegrationDocuments(Integrations integrations, IntegrationTypes types) {
		this.integrations = integrations;
		this.types = types;
	}

	/**
	 * What applying the spec would do; nothing is written.
	 */
	@Transactional(readOnly = true)
	Applied preview(String name, IntegrationSpec spec, @Nullable String ifMatch) {
		return compare(present(name).orElse(null), spec, ifMatch);
	}

	Applied apply(String name, IntegrationSpec spec, @Nullable String ifMatch) {
		Integration present = present(name).orElse(null);
		Applied applied = compare(present, spec, ifMatch);
		return switch (applied.change().action()) {
			case CREATED -> create(name, spec, applied);
			case UPDATED -> {
				if (present != null) {
					present.become(spec);
				}
				yield applied;
			}
			case UNCHANGED -> applied;
		};
	}

	void remove(String name, @Nullable String ifMatch) {
		Optional<Integration> present = present(name);
		Etags.check(ifMatch, present.map((integration) -> integration.document().version()).orElse(null));
		present.ifPresent(Integration::remove);
	}

	@Transactional(readOnly = true)
	Stored get(String name) {
		return present(name).map(Stored::of).orElseThrow(() -> new NotFound("There is no integration " + name));
	}

	@Transactional(readOnly = true)
	List<Stored> list(String after, int limit) {
		return this.integrations.findByKeyIsNotNullAndNameGreaterThanOrderByName(after, Limit.of(limit))
			.stream()
			.map(Stored::of)
			.toList();
	}

	private Optional<Integration> present(String name) {
		return this.integrations.findByName(name).filter((integration) -> integration.key() != null);
	}

	private Applied compare(@Nullable Integration present, IntegrationSpec spec, @Nullable String ifMatch) {
		this.types.checked(this.types.type(spec.type()), spec.settings());
		Document<IntegrationSpec> before = (present != null) ? present.document() : null;
		Etags.check(ifMatch, (before != null) ? before.version() : null);
		return new Applied(Change.between(before, spec, spec.references()), (present != null) ? present.key() : null);
	}

	private Applied create(String name, IntegrationSpec spec, Applied applied) {
		String key = Keys.create();
		Change<IntegrationSpec> change = applied.change();
		Integration removed = this.integrations.findByName(name).orElse(null);
		if (removed == null) {
			this.integrations.save(new Integration(UUID.randomUUID(), name, spec, key));
			return new Applied(change, key);
		}
		if (removed.key() != null) {
			throw new Conflict("stale", "Somebody else has just created integration " + name);
		}
		removed.become(spec);
		removed.open(key);
		return new Applied(
				new Change<>(change.action(), removed.document().version() + 1, null, spec, change.references()), key);
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

		static Stored of(Integration integration) {
			return new Stored(integration.document(), integration.key());
		}

	}

}
