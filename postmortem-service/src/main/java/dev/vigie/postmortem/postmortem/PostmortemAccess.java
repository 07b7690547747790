package dev.vigie.postmortem.postmortem;

import org.springframework.stereotype.Component;

import dev.vigie.shared.access.Access;
import dev.vigie.shared.access.AccessRules;

/**
 * What opens the post-mortems, and what is agreed in them.
 */
@Component
class PostmortemAccess implements AccessRules {

	@Override
	public void declare(Access access) {
		access.read("/api/v1/postmortems/**", "postmortems:read").write("/api/v1/postmortems/**", "postmortems:write");
	}

}
