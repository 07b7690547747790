package dev.vigie.oncall.schedule;

import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

import dev.vigie.shared.access.Access;
import dev.vigie.shared.access.AccessRules;

/**
 * Who may see and change schedules.
 */
@Component
class ScheduleAccess implements AccessRules {

	@Override
	public void declare(Access access) {
		access.on(HttpMethod.POST, DraftController.PATH, "schedules:read");
		access.read("/api/v1/schedules/**", "schedules:read").write("/api/v1/schedules/**", "schedules:write");
	}

}
