package dev.vigie.gateway.token;

import java.time.Duration;
import java.util.Set;

import org.springframework.stereotype.Component;

import dev.vigie.gateway.account.Identity;

/**
 * API tokens for tests of all features.
 */
@Component
public class TokenFixtures {

	private final ApiTokens tokens;

	TokenFixtures(ApiTokens tokens) {
		this.tokens = tokens;
	}

	public String bearer(Identity identity) {
		return bearer(identity, identity.role().scopes(), Duration.ofDays(90));
	}

	public String bearer(Identity identity, Set<String> scopes, Duration life) {
		return "Bearer " + this.tokens.create(identity.id(), "test", scopes, life).secret();
	}

}
