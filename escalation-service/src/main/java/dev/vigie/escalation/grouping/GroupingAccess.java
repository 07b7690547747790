package dev.vigie.escalation.grouping;

import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

import dev.vigie.shared.access.Access;
import dev.vigie.shared.access.AccessRules;

/**
 * Who may read and change groupings; asking what one would do changes nothing.
 */
@Component
class GroupingAccess implements AccessRules {

	static final String PATH = "/api/v1/groupings";

	@Override
	public void declare(Access access) {
		access.on(HttpMethod.POST, PATH + "/*/preview", "config:read");
		access.read(PATH + "/**", "config:read").write(PATH + "/**", "config:write");
	}

}
