package dev.vigie.gateway.signing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

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

	/**
	 * How long a token is handed out again: signing one costs a millisecond of CPU, more
	 * than most of what it opens.
	 */
	private static final Duration SHARED = Duration.ofMinutes(1);

	private static final int REMEMBERED = 10_000;

	private final InstantSource wallClock = InstantSource.system();

	private final JwtEncoder encoder;

	private final String issuer;

	private final Map<Bearer, Jwt> issued = new ConcurrentHashMap<>();

	InnerTokens(JwtEncoder encoder, AccessProperties access) {
		this.encoder = encoder;
		this.issuer = access.issuer();
	}

	/**
	 * The bearer, authenticated by a token that holds for four minutes at least. Whether
	 * they may still come in is the caller's to ask, each time.
	 */
	public JwtAuthenticationToken issue(Bearer bearer) {
		Instant now = this.wallClock.instant();
		Jwt token = this.issued.get(bearer);
		if (token == null || !now.isBefore(Objects.requireNonNull(token.getIssuedAt()).plus(SHARED))) {
			token = sign(bearer, now);
			remember(bearer, token);
		}
		String[] authorities = bearer.scopes().stream().map((scope) -> "SCOPE_" + scope).toArray(String[]::new);
		return new JwtAuthenticationToken(token, AuthorityUtils.createAuthorityList(authorities), bearer.name());
	}

	private void remember(Bearer bearer, Jwt token) {
		if (this.issued.size() >= REMEMBERED) {
			this.issued.clear();
		}
		this.issued.put(bearer, token);
	}

	private Jwt sign(Bearer bearer, Instant now) {
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
		return this.encoder
			.encode(JwtEncoderParameters.from(JwsHeader.with(SignatureAlgorithm.RS256).build(), claims.build()));
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
