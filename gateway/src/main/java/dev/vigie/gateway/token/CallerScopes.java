package dev.vigie.gateway.token;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.springframework.security.core.Authentication;

/**
 * What the caller's own credential opens: no token may open more than the one that made
 * it.
 */
record CallerScopes(Set<String> scopes) {

	private static final String PREFIX = "SCOPE_";

	CallerScopes {
		scopes = Set.copyOf(scopes);
	}

	static CallerScopes of(Authentication caller) {
		return new CallerScopes(caller.getAuthorities()
			.stream()
			.map((authority) -> String.valueOf(authority.getAuthority()))
			.filter((authority) -> authority.startsWith(PREFIX))
			.map((authority) -> authority.substring(PREFIX.length()))
			.collect(Collectors.toSet()));
	}

	boolean has(String scope) {
		return this.scopes.contains(scope);
	}

	Set<String> within(Collection<String> limits) {
		Set<String> both = new TreeSet<>(this.scopes);
		both.retainAll(limits);
		return both;
	}

}
