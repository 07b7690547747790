package dev.vigie.escalation.policy;

import org.springframework.stereotype.Component;

import dev.vigie.shared.access.Access;
import dev.vigie.shared.access.AccessRules;

/**
 * Who may read and change escalation policies.
 */
@Component
class EscalationPolicyAccess implements AccessRules {

	static final String PATH = "/api/v1/escalation-policies";

	@Override
	public void declare(Access access) {
		access.read(PATH + "/**", "config:read").write(PATH + "/**", "config:write");
	}

}
