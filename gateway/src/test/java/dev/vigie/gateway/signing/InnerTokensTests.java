package dev.vigie.gateway.signing;

import java.net.URI;
import java.util.List;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import org.junit.jupiter.api.Test;

import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

import dev.vigie.gateway.signing.InnerTokens.Bearer;
import dev.vigie.shared.access.AccessProperties;

import static org.assertj.core.api.Assertions.assertThat;

class InnerTokensTests {

	static final Bearer ADA = new Bearer("ada", "ada", List.of("responder"), List.of("incidents:read"));

	private final InnerTokens tokens = new InnerTokens(encoder(),
			new AccessProperties("http://localhost", URI.create("http://localhost"), "vigie", ""));

	@Test
	void areSignedOnceForWhoComesAgain() {
		assertThat(token(ADA)).isEqualTo(token(ADA));
	}

	@Test
	void areOthersForWhoMayDoMore() {
		Bearer promoted = new Bearer("ada", "ada", List.of("admin"), List.of("incidents:read", "config:write"));
		assertThat(token(promoted)).isNotEqualTo(token(ADA));
		assertThat(this.tokens.issue(promoted).getAuthorities()).extracting(Object::toString)
			.containsExactly("SCOPE_incidents:read", "SCOPE_config:write");
	}

	private String token(Bearer bearer) {
		return this.tokens.issue(bearer).getToken().getTokenValue();
	}

	private static NimbusJwtEncoder encoder() {
		try {
			return new NimbusJwtEncoder(
					new ImmutableJWKSet<>(new JWKSet(new RSAKeyGenerator(2048).keyID("one").generate())));
		}
		catch (JOSEException failure) {
			throw new IllegalStateException(failure);
		}
	}

}
