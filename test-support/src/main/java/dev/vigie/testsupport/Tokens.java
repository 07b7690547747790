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
			.authorities(List.of(scopes)
				.stream()
				.map((scope) -> new SimpleGrantedAuthority("SCOPE_" + scope))
				.toArray(SimpleGrantedAuthority[]::new));
	}

}
