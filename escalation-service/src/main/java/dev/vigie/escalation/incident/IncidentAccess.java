package dev.vigie.escalation.incident;

import org.springframework.stereotype.Component;

import dev.vigie.shared.access.Access;
import dev.vigie.shared.access.AccessRules;

/**
 * Who may read incidents and act on them; covers everything below their path.
 */
@Component
class IncidentAccess implements AccessRules {

	static final String PATH = "/api/v1/incidents";

	@Override
	public void declare(Access access) {
		access.read(PATH + "/**", "incidents:read").write(PATH + "/**", "incidents:write");
	}

}
