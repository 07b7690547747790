package dev.vigie.alertingest.heartbeat;

import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

import dev.vigie.shared.access.Access;
import dev.vigie.shared.access.AccessRules;

/**
 * Who may see and change heartbeats, and where senders beat.
 */
@Component
class HeartbeatAccess implements AccessRules {

	static final String PATH = "/api/v1/heartbeats";

	static final String BEAT = "/integrations/v1/{type}/{key}/heartbeat";

	@Override
	public void declare(Access access) {
		access.open(HttpMethod.GET, "/integrations/v1/*/*/heartbeat/**")
			.open(HttpMethod.HEAD, "/integrations/v1/*/*/heartbeat/**");
		access.read(PATH + "/**", "config:read").write(PATH + "/**", "config:write");
	}

}
