package dev.vigie.escalation.severity;

import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

import dev.vigie.shared.access.Access;
import dev.vigie.shared.access.AccessRules;

/**
 * Who may read and change severity rules.
 */
@Component
class SeverityRulesAccess implements AccessRules {

	static final String PATH = "/api/v1/severity-rules";

	static final String TEST = PATH + ":test";

	@Override
	public void declare(Access access) {
		access.read(PATH + "/**", "config:read")
			.write(PATH + "/**", "config:write")
			.on(HttpMethod.POST, TEST, "config:read");
	}

}
