package dev.vigie.oncall.calendar;

import java.util.List;

import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

import dev.vigie.shared.access.Access;
import dev.vigie.shared.access.AccessRules;

/**
 * Who may see and change calendars, and who may hand out addresses to read shifts at:
 * whoever is on duty, too. Such an address holds its own key.
 */
@Component
class CalendarAccess implements AccessRules {

	private static final String SUBSCRIPTIONS = "/api/v1/calendar-subscriptions/**";

	private static final String OPEN = "/calendars/*";

	@Override
	public void declare(Access access) {
		access.open(HttpMethod.GET, OPEN).open(HttpMethod.HEAD, OPEN);
		access.read(SUBSCRIPTIONS, "schedules:read");
		for (HttpMethod method : List.of(HttpMethod.POST, HttpMethod.DELETE)) {
			access.onAny(method, SUBSCRIPTIONS, List.of("cover:write", "schedules:write"));
		}
		access.read("/api/v1/calendars/**", "schedules:read").write("/api/v1/calendars/**", "schedules:write");
	}

}
