package dev.vigie.escalation.handoff;

import org.springframework.stereotype.Component;

import dev.vigie.shared.access.Access;
import dev.vigie.shared.access.AccessRules;

/**
 * Who may read hand-offs, write notes and take over.
 */
@Component
class HandOffAccess implements AccessRules {

	static final String PATH = "/api/v1/handoffs";

	@Override
	public void declare(Access access) {
		access.read(PATH + "/**", "incidents:read").write(PATH + "/**", "incidents:write");
	}

}
