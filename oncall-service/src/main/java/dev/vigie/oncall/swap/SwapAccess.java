package dev.vigie.oncall.swap;

import java.util.List;

import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

import dev.vigie.shared.access.Access;
import dev.vigie.shared.access.AccessRules;

/**
 * Who may see swaps and take part in them.
 */
@Component
class SwapAccess implements AccessRules {

	static final String PATH = "/api/v1/swaps";

	@Override
	public void declare(Access access) {
		access.read(PATH + "/**", "schedules:read")
			.onAny(HttpMethod.POST, PATH + "/**", List.of("cover:write", "schedules:write"));
	}

}
