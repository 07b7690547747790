package dev.vigie.alertingest.integration;

import org.springframework.stereotype.Component;

import dev.vigie.shared.access.Access;
import dev.vigie.shared.access.AccessRules;

/**
 * Who may see and change integrations.
 */
@Component
class IntegrationAccess implements AccessRules {

	@Override
	public void declare(Access access) {
		access.read("/api/v1/integrations/*/setup", "config:write")
			.read("/api/v1/integrations/*/keys", "config:write")
			.read("/api/v1/integrations/*/deliveries/*/body", "config:write")
			.read("/api/v1/integrations/**", "config:read")
			.write("/api/v1/integrations/**", "config:write")
			.write("/api/v1/mappings/**", "config:write");
	}

}
