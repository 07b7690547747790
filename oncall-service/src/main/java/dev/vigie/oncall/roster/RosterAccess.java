package dev.vigie.oncall.roster;

import org.springframework.stereotype.Component;

import dev.vigie.shared.access.Access;
import dev.vigie.shared.access.AccessRules;

/**
 * Who may see the roster.
 */
@Component
class RosterAccess implements AccessRules {

	@Override
	public void declare(Access access) {
		access.read("/api/v1/roster", "schedules:read");
	}

}
