package dev.vigie.escalation.connection;

import org.springframework.stereotype.Component;

import dev.vigie.shared.access.Access;
import dev.vigie.shared.access.AccessRules;

/**
 * Who may read and edit connections, and try them.
 */
@Component
class ConnectionAccess implements AccessRules {

	@Override
	public void declare(Access access) {
		access.read("/api/v1/connections/**", "config:read").write("/api/v1/connections/**", "config:write");
	}

}
