package dev.vigie.oncall.person;

import org.springframework.stereotype.Component;

import dev.vigie.shared.access.Access;
import dev.vigie.shared.access.AccessRules;

/**
 * Who may see and change people.
 */
@Component
class PersonAccess implements AccessRules {

	@Override
	public void declare(Access access) {
		access.read("/api/v1/people/**", "schedules:read").write("/api/v1/people/**", "schedules:write");
	}

}
