package dev.vigie.alertingest.integration;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.shared.problem.NotFound;

/**
 * What people do with the keys of an integration.
 */
@Component
@Transactional
class KeyHandling {

	private final Integrations integrations;

	private final KeyRing keys;

	KeyHandling(Integrations integrations, KeyRing keys) {
		this.integrations = integrations;
		this.keys = keys;
	}

	Rotated rotate(String name, Duration overlap) {
		Integration integration = integration(name);
		return new Rotated(integration.type(), this.keys.rotate(integration.id(), overlap));
	}

	@Transactional(readOnly = true)
	List<IntegrationKey> all(String name) {
		return this.keys.all(integration(name).id());
	}

	void revoke(String name, UUID id) {
		this.keys.revoke(integration(name).id(), id);
	}

	private Integration integration(String name) {
		return this.integrations.findByName(name)
			.filter((integration) -> !integration.isRemoved())
			.orElseThrow(() -> new NotFound("There is no integration " + name));
	}

	/**
	 * A new key and the type whose address it is a part of.
	 */
	record Rotated(String type, IntegrationKey key) {
	}

}
