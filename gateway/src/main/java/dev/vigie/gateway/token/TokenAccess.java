package dev.vigie.gateway.token;

import java.util.List;

import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

import dev.vigie.gateway.account.Role;
import dev.vigie.shared.access.Access;
import dev.vigie.shared.access.AccessRules;

/**
 * Everybody sees their own tokens; who may change nothing makes none either.
 */
@Component
class TokenAccess implements AccessRules {

	@Override
	public void declare(Access access) {
		List<String> all = List.copyOf(Role.ADMIN.scopes());
		List<String> writing = all.stream().filter((scope) -> scope.endsWith(":write")).toList();
		access.onAny(HttpMethod.GET, "/api/v1/me", all)
			.onAny(HttpMethod.GET, "/api/v1/tokens", all)
			.onAny(HttpMethod.POST, "/api/v1/tokens", writing)
			.onAny(HttpMethod.DELETE, "/api/v1/tokens/*", writing);
	}

}
