package dev.vigie.gateway.account;

import org.springframework.stereotype.Component;

import dev.vigie.shared.access.Access;
import dev.vigie.shared.access.AccessRules;

/**
 * Only administrators see and change accounts.
 */
@Component
class AccountAccess implements AccessRules {

	@Override
	public void declare(Access access) {
		access.read("/api/v1/accounts/**", "accounts:write").write("/api/v1/accounts/**", "accounts:write");
	}

}
