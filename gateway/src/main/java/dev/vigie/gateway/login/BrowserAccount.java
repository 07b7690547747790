package dev.vigie.gateway.login;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.security.oauth2.client.userinfo.OAuth2UserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.user.DefaultOAuth2User;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;

/**
 * Reads who signed in from the access token itself; it was signed next door.
 */
@Component
class BrowserAccount implements OAuth2UserService<OAuth2UserRequest, OAuth2User> {

	static final String EPOCH = "epoch";

	private final JwtDecoder decoder;

	BrowserAccount(JwtDecoder decoder) {
		this.decoder = decoder;
	}

	@Override
	public OAuth2User loadUser(OAuth2UserRequest request) {
		try {
			Jwt token = this.decoder.decode(request.getAccessToken().getTokenValue());
			Number epoch = Objects.requireNonNull(token.getClaim(EPOCH));
			Map<String, Object> attributes = new HashMap<>();
			attributes.put("sub", token.getSubject());
			attributes.put(EPOCH, epoch.intValue());
			return new DefaultOAuth2User(List.of(), attributes, "sub");
		}
		catch (JwtException foreign) {
			throw new OAuth2AuthenticationException("invalid_token");
		}
	}

}
