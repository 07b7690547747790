package dev.vigie.gateway.relay;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;
import org.springframework.stereotype.Component;

import dev.vigie.gateway.account.Identities;
import dev.vigie.gateway.account.Identity;
import dev.vigie.gateway.signing.InnerTokens;
import dev.vigie.gateway.signing.InnerTokens.Bearer;
import dev.vigie.gateway.token.ApiTokens;

/**
 * Recognises an API token or a token signed here, asks whether its account may still come
 * in, and exchanges it for an inner token.
 */
@Component
class Credentials {

	private final ApiTokens apiTokens;

	private final Identities identities;

	private final JwtDecoder decoder;

	private final InnerTokens innerTokens;

	Credentials(ApiTokens apiTokens, Identities identities, JwtDecoder decoder, InnerTokens innerTokens) {
		this.apiTokens = apiTokens;
		this.identities = identities;
		this.decoder = decoder;
		this.innerTokens = innerTokens;
	}

	Authentication authenticate(Authentication credential) {
		String token = ((BearerTokenAuthenticationToken) credential).getToken();
		return this.innerTokens.issue(ApiTokens.looksLike(token) ? apiToken(token) : signedHere(token));
	}

	private Bearer apiToken(String token) {
		ApiTokens.Opened opened = this.apiTokens.open(token)
			.orElseThrow(() -> new InvalidBearerTokenException("Unknown, expired or revoked token"));
		return bearer(opened.identity(), opened.scopes());
	}

	private Bearer signedHere(String token) {
		Jwt jwt = decode(token);
		Set<String> scopes = scopes(jwt);
		String name = Objects.requireNonNull(jwt.getSubject());
		if (!jwt.hasClaim("roles")) {
			return new Bearer(name, null, List.of(), scopes); // a program's
		}
		Identity identity = this.identities.active(name)
			.orElseThrow(() -> new InvalidBearerTokenException("The account may not come in"));
		scopes.retainAll(identity.role().scopes());
		return bearer(identity, scopes);
	}

	private Jwt decode(String token) {
		try {
			return this.decoder.decode(token);
		}
		catch (JwtException refused) {
			throw new InvalidBearerTokenException("Not a token of this installation", refused);
		}
	}

	private static Set<String> scopes(Jwt jwt) {
		JwtGrantedAuthoritiesConverter converter = new JwtGrantedAuthoritiesConverter();
		converter.setAuthorityPrefix("");
		Set<String> scopes = new TreeSet<>();
		converter.convert(jwt).forEach((authority) -> scopes.add(String.valueOf(authority.getAuthority())));
		return scopes;
	}

	private static Bearer bearer(Identity identity, Collection<String> scopes) {
		return new Bearer(identity.name(), identity.person(), List.of(identity.role().text()), scopes);
	}

}
