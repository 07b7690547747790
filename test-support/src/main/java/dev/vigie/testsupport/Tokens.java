package dev.vigie.testsupport;

import java.util.List;

import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * Callers for {@code MockMvcTester} requests.
 */
public final class Tokens {

	private Tokens() {
	}

	/**
	 * A request by the person with these scopes.
	 */
	public static RequestPostProcessor by(String person, String... scopes) {
		return SecurityMockMvcRequestPostProcessors.jwt()
			.jwt((token) -> token.subject(person).claim("person", person).claim("roles", List.of("responder")))
			.authorities(authorities(scopes));
	}

	/**
	 * A request by a program, or by an account that is no person's.
	 */
	public static RequestPostProcessor program(String name, String... scopes) {
		return SecurityMockMvcRequestPostProcessors.jwt()
			.jwt((token) -> token.subject(name))
			.authorities(authorities(scopes));
	}

	private static SimpleGrantedAuthority[] authorities(String... scopes) {
		return List.of(scopes)
			.stream()
			.map((scope) -> new SimpleGrantedAuthority("SCOPE_" + scope))
			.toArray(SimpleGrantedAuthority[]::new);
	}

}
