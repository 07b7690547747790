package dev.vigie.postmortem.actionitem;

import org.springframework.stereotype.Component;

import dev.vigie.shared.access.Access;
import dev.vigie.shared.access.AccessRules;

/**
 * What opens the action items.
 */
@Component
class ActionItemAccess implements AccessRules {

	@Override
	public void declare(Access access) {
		access.read("/api/v1/action-items/**", "postmortems:read")
			.write("/api/v1/action-items/**", "postmortems:write");
	}

}
