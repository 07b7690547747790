package dev.vigie.runbook.match;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

import dev.vigie.shared.access.Access;
import dev.vigie.shared.access.AccessRules;

/**
 * Matching asks by {@code POST} and changes nothing: reading is enough.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class MatchAccess implements AccessRules {

	@Override
	public void declare(Access access) {
		access.on(HttpMethod.POST, "/api/v1/runbooks/match", "runbooks:read");
	}

}
