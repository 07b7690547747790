package dev.vigie.gateway.token;

import java.util.List;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.shared.access.Caller;

/**
 * Tells callers who they are and what their credential opens.
 */
@RestController
class MeController {

	@GetMapping("/api/v1/me")
	Me me(Caller caller, Authentication credential) {
		List<String> scopes = List.copyOf(new TreeSet<>(CallerScopes.of(credential).scopes()));
		return new Me(caller.account(), caller.person(), caller.roles(), scopes);
	}

	record Me(String account, @Nullable String person, List<String> roles, List<String> scopes) {
	}

}
