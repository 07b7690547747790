package dev.vigie.escalation.route;

import org.springframework.stereotype.Component;

import dev.vigie.shared.access.Access;
import dev.vigie.shared.access.AccessRules;

/**
 * Who may read and change routes.
 */
@Component
class RouteAccess implements AccessRules {

	static final String PATH = "/api/v1/routes";

	@Override
	public void declare(Access access) {
		access.read(PATH + "/**", "config:read").write(PATH + "/**", "config:write");
	}

}
