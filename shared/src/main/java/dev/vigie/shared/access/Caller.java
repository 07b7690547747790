package dev.vigie.shared.access;

import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Who makes a request; a controller takes it as a parameter.
 *
 * @param account the name of the account or of the program
 * @param person the name of the person behind the account, if any
 * @param roles the account's roles: admin, manager, responder, viewer
 */
public record Caller(String account, @Nullable String person, List<String> roles) {

	public Caller {
		roles = List.copyOf(roles);
	}

	/**
	 * The name to write into a record of what was done.
	 */
	public String name() {
		return (this.person != null) ? this.person : this.account;
	}

	/**
	 * Who makes the request that is being answered, for what comes before its controller.
	 */
	public static Caller present() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		if (authentication == null) {
			throw new AuthenticationCredentialsNotFoundException("Nobody is signed in");
		}
		return of(authentication);
	}

	static Caller of(Authentication authentication) {
		if (authentication instanceof JwtAuthenticationToken token) {
			Collection<String> roles = token.getToken().getClaimAsStringList("roles");
			return new Caller(token.getName(), token.getToken().getClaimAsString("person"),
					(roles != null) ? List.copyOf(roles) : List.of());
		}
		return new Caller(authentication.getName(), null, List.of());
	}

}
