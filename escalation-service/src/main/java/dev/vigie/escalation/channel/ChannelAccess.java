package dev.vigie.escalation.channel;

import org.springframework.stereotype.Component;

import dev.vigie.shared.access.Access;
import dev.vigie.shared.access.AccessRules;

/**
 * What opens the channels.
 */
@Component
class ChannelAccess implements AccessRules {

	@Override
	public void declare(Access access) {
		access.read("/api/v1/channels/**", "config:read").write("/api/v1/channels/**", "config:write");
	}

}
