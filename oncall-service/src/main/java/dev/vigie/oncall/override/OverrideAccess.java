package dev.vigie.oncall.override;

import java.util.List;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

import dev.vigie.shared.access.Access;
import dev.vigie.shared.access.AccessRules;

/**
 * Who may see and make overrides: whoever is on duty, too. Declared before what opens
 * schedules as a whole.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OverrideAccess implements AccessRules {

	private static final String PATH = "/api/v1/schedules/*/overrides/**";

	@Override
	public void declare(Access access) {
		access.read(PATH, "schedules:read");
		for (HttpMethod method : List.of(HttpMethod.POST, HttpMethod.DELETE)) {
			access.onAny(method, PATH, List.of("cover:write", "schedules:write"));
		}
	}

}
