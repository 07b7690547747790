package dev.vigie.alertingest.integration;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.vigie.shared.access.AccessProperties;

/**
 * Writes the addresses of integrations.
 */
@Component
class Addresses {

	private final String origin;

	Addresses(AccessProperties access) {
		this.origin = access.issuer();
	}

	@Nullable String url(String type, @Nullable String key) {
		return (key == null) ? null : "%s/integrations/v1/%s/%s/".formatted(this.origin, type, key);
	}

	IntegrationAddress address(String name, String type, String key) {
		return new IntegrationAddress(name, this.origin, String.valueOf(url(type, key)), key);
	}

}
