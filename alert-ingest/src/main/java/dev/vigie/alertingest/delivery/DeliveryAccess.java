package dev.vigie.alertingest.delivery;

import org.springframework.stereotype.Component;

import dev.vigie.shared.access.Access;
import dev.vigie.shared.access.AccessRules;

/**
 * Who may see what was delivered to all integrations.
 */
@Component
class DeliveryAccess implements AccessRules {

	static final String PATH = "/api/v1/deliveries";

	@Override
	public void declare(Access access) {
		access.read(PATH + "/**", "config:read");
	}

}
