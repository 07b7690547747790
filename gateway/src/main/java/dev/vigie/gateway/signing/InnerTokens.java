package dev.vigie.gateway.signing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

import dev.vigie.shared.access.AccessProperties;

/**
 * Makes the tokens of five minutes that the programs behind the gateway trust. They never
 * leave the installation.
 */
@Component
public class InnerTokens {

	private static final Duration LIFE = Duration.ofMinutes(5);

	private final InstantSource wallClock = InstantSource.system();

	private final JwtEncoder encoder;

	private final String issuer;

	InnerTokens(JwtEncoder encoder, AccessProperties access) {
		this.encoder = encoder;
		this.issuer = access.issuer();
	}

	/**
	 * The bearer, authenticated by a fresh token.
	 */
	public JwtAuthenticationToken issue(Bearer bearer) {
		Instant now = this.wallClock.instant();
		JwtClaimsSet.Builder claims = JwtClaimsSet.builder()
			.issuer(this.issuer)
			.subject(bearer.name())
			.issuedAt(now)
			.expiresAt(now.plus(LIFE))
			.claim("scope", String.join(" ", new TreeSet<>(bearer.scopes())));
		if (!bearer.roles().isEmpty()) {
			claims.claim("roles", bearer.roles());
		}
		if (bearer.person() != null) {
			claims.claim("person", bearer.person());
		}
		Jwt token = this.encoder
			.encode(JwtEncoderParameters.from(JwsHeader.with(SignatureAlgorithm.RS256).build(), claims.build()));
		String[] authorities = bearer.scopes().stream().map((scope) -> "SCOPE_" + scope).toArray(String[]::new);
		return new JwtAuthenticationToken(token, AuthorityUtils.createAuthorityList(authorities), bearer.name());
	}

	/**
	 * Whom a token speaks for, and what it opens.
	 *
	 * @param name the account or the program
	 * @param person the person behind the account, if any
	 * @param roles the account's roles, none for a program
	 * @param scopes what it opens
	 */
	public record Bearer(String name, @Nullable String person, List<String> roles, Collection<String> scopes) {

		public Bearer {
			roles = List.copyOf(roles);
			scopes = List.copyOf(scopes);
		}

	}

}
