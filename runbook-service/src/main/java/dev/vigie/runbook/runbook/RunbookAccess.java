package dev.vigie.runbook.runbook;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.vigie.shared.access.Access;
import dev.vigie.shared.access.AccessRules;

/**
 * What opens the runbooks; after the rules of matching, whose path lies below.
 */
@Component
@Order
class RunbookAccess implements AccessRules {

	@Override
	public void declare(Access access) {
		access.read("/api/v1/runbooks/**", "runbooks:read").write("/api/v1/runbooks/**", "runbooks:write");
	}

}
