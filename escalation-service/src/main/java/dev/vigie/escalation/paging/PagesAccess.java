package dev.vigie.escalation.paging;

import org.springframework.stereotype.Component;

import dev.vigie.shared.access.Access;
import dev.vigie.shared.access.AccessRules;

/**
 * What opens the pages of incidents.
 */
@Component
class PagesAccess implements AccessRules {

	@Override
	public void declare(Access access) {
		access.read("/api/v1/incidents/*/pages", "incidents:read");
	}

}
