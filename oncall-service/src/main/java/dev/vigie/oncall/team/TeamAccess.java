package dev.vigie.oncall.team;

import org.springframework.stereotype.Component;

import dev.vigie.shared.access.Access;
import dev.vigie.shared.access.AccessRules;

/**
 * Who may see and change teams.
 */
@Component
class TeamAccess implements AccessRules {

	@Override
	public void declare(Access access) {
		access.read("/api/v1/teams/**", "schedules:read").write("/api/v1/teams/**", "schedules:write");
		access.read("/api/v1/positions", "schedules:read");
	}

}
