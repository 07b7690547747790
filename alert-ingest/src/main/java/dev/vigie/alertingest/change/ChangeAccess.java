package dev.vigie.alertingest.change;

import org.springframework.stereotype.Component;

import dev.vigie.shared.access.Access;
import dev.vigie.shared.access.AccessRules;

/**
 * Who may see and tell of changes.
 */
@Component
class ChangeAccess implements AccessRules {

	@Override
	public void declare(Access access) {
		access.read("/api/v1/changes", "alerts:read").write("/api/v1/changes", "changes:write");
	}

}
