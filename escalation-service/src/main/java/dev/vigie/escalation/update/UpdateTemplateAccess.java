package dev.vigie.escalation.update;

import org.springframework.stereotype.Component;

import dev.vigie.shared.access.Access;
import dev.vigie.shared.access.AccessRules;

/**
 * Who may read and change templates of updates.
 */
@Component
class UpdateTemplateAccess implements AccessRules {

	static final String PATH = "/api/v1/update-templates";

	@Override
	public void declare(Access access) {
		access.read(PATH + "/**", "config:read").write(PATH + "/**", "config:write");
	}

}
