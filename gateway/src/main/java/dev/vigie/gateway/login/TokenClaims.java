package dev.vigie.gateway.login;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

import dev.vigie.gateway.account.Identities;
import dev.vigie.gateway.account.Identity;

/**
 * Writes into the authorization server's tokens what all tokens of the installation say.
 */
@Component
class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

	private final Identities identities;

	TokenClaims(Identities identities) {
		this.identities = identities;
	}

	@Override
	public void customize(JwtEncodingContext token) {
		if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(token.getAuthorizationGrantType())) {
			Collection<String> asked = token.getAuthorizedScopes();
			scope(token, asked.isEmpty() ? token.getRegisteredClient().getScopes() : asked);
		}
		else {
			String name = Objects.requireNonNull(token.<Authentication>getPrincipal()).getName();
			account(token,
					this.identities.active(name).orElseThrow(() -> new OAuth2AuthenticationException("access_denied")));
		}
	}

	private static void account(JwtEncodingContext token, Identity identity) {
		scope(token, identity.role().scopes());
		token.getClaims().claim("roles", List.of(identity.role().text()));
		token.getClaims().claim(BrowserAccount.EPOCH, identity.epoch());
		if (identity.person() != null) {
			token.getClaims().claim("person", identity.person());
		}
	}

	private static void scope(JwtEncodingContext token, Collection<String> scopes) {
		token.getClaims().claim("scope", String.join(" ", new TreeSet<>(scopes)));
	}

}
