package dev.vigie.gateway.login;

import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * What browsers may do with our pages.
 */
final class PageHeaders {

	private PageHeaders() {
	}

	/**
	 * Our own style sheet and nothing else; the sign-in form may go on to the public
	 * address.
	 */
	static Customizer<HeadersConfigurer<HttpSecurity>> strict(String issuer) {
		return with("default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self' " + issuer
				+ "; base-uri 'none'; frame-ancestors 'none'");
	}

	/**
	 * Swagger UI brings scripts and styles in its markup.
	 */
	static Customizer<HeadersConfigurer<HttpSecurity>> forDocs() {
		return with("default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; "
				+ "form-action 'none'; frame-ancestors 'none'");
	}

	private static Customizer<HeadersConfigurer<HttpSecurity>> with(String contentPolicy) {
		return (headers) -> headers.contentSecurityPolicy((policy) -> policy.policyDirectives(contentPolicy))
			.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
			.permissionsPolicyHeader((permissions) -> permissions.policy("camera=(), geolocation=(), microphone=()"));
	}

}
