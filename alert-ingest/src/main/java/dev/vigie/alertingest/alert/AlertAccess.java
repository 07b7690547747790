package dev.vigie.alertingest.alert;

import org.springframework.stereotype.Component;

import dev.vigie.shared.access.Access;
import dev.vigie.shared.access.AccessRules;

/**
 * Who may see alerts.
 */
@Component
class AlertAccess implements AccessRules {

	@Override
	public void declare(Access access) {
		access.read("/api/v1/alerts", "alerts:read");
	}

}
