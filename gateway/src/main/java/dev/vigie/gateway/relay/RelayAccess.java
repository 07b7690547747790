package dev.vigie.gateway.relay;

import java.util.List;

import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

import dev.vigie.shared.access.Access;
import dev.vigie.shared.access.AccessRules;

/**
 * Refuses at the door what the program behind would refuse as well.
 */
@Component
class RelayAccess implements AccessRules {

	private static final List<String> COVER = List.of("/api/v1/schedules/*/overrides/**", "/api/v1/swaps/**",
			"/api/v1/absences/**", "/api/v1/calendar-subscriptions/**");

	@Override
	public void declare(Access access) {
		access.open(HttpMethod.GET, "/api/docs/**");
		// Questions that have a body.
		access.on(HttpMethod.POST, "/api/v1/runbooks/match", "runbooks:read");
		access.on(HttpMethod.POST, "/api/v1/groupings/*/preview", "config:read");
		access.on(HttpMethod.POST, "/api/v1/severity-rules:test", "config:read");
		access.on(HttpMethod.POST, "/api/v1/silences/preview", "alerts:read");
		access.on(HttpMethod.POST, "/api/v1/escalations:simulate", "incidents:read");
		access.on(HttpMethod.POST, "/api/v1/escalations:replay", "incidents:read");
		access.on(HttpMethod.POST, "/api/v1/silences/in-force", "alerts:read");
		access.read("/api/v1/silences/**", "alerts:read");
		for (HttpMethod method : List.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE)) {
			// Whoever is on duty, and whoever applies documents.
			access.onAny(method, "/api/v1/silences/**", List.of("silences:write", "config:write"));
		}
		for (HttpMethod method : List.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE)) {
			// Who stands in for whom is settled among those on duty.
			COVER.forEach((path) -> access.onAny(method, path, List.of("cover:write", "schedules:write")));
		}
		access.read("/api/v1/changes/**", "alerts:read"); // they are seen beside alerts
		for (ProgramRoute route : ProgramRoute.ALL) {
			access.read(route.pattern(), route.reading()).write(route.pattern(), route.writing());
		}
	}

}
