package dev.vigie.escalation.subscription;

import org.springframework.stereotype.Component;

import dev.vigie.shared.access.Access;
import dev.vigie.shared.access.AccessRules;

/**
 * Who may read and change subscriptions.
 */
@Component
class SubscriptionAccess implements AccessRules {

	static final String PATH = "/api/v1/subscriptions";

	@Override
	public void declare(Access access) {
		access.read(PATH + "/**", "config:read").write(PATH + "/**", "config:write");
	}

}
