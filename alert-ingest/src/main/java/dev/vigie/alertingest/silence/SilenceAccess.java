package dev.vigie.alertingest.silence;

import java.util.List;

import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

import dev.vigie.shared.access.Access;
import dev.vigie.shared.access.AccessRules;

/**
 * Who may see and change silences: whoever is on duty, and whoever applies documents.
 */
@Component
class SilenceAccess implements AccessRules {

	static final String PATH = "/api/v1/silences";

	private static final List<String> WRITERS = List.of("silences:write", "config:write");

	@Override
	public void declare(Access access) {
		// Questions that have a body.
		access.on(HttpMethod.POST, PATH + "/preview", "alerts:read");
		access.on(HttpMethod.POST, PATH + "/in-force", "alerts:read");
		access.read(PATH + "/**", "alerts:read");
		for (HttpMethod method : List.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE)) {
			access.onAny(method, PATH + "/**", WRITERS);
		}
	}

}
