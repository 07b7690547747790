package dev.vigie.escalation.simulation;

import org.springframework.stereotype.Component;

import dev.vigie.shared.access.Access;
import dev.vigie.shared.access.AccessRules;

/**
 * Who may look ahead.
 */
@Component
class SimulationAccess implements AccessRules {

	static final String PATH = "/api/v1/escalations";

	@Override
	public void declare(Access access) {
		access.write(PATH + ":simulate", "incidents:read").write(PATH + ":replay", "incidents:read");
	}

}
