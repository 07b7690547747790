package dev.vigie.oncall.erasure;

import org.springframework.stereotype.Component;

import dev.vigie.shared.access.Access;
import dev.vigie.shared.access.AccessRules;

/**
 * Who may see that somebody was erased. Below people the rules of people hold.
 */
@Component
class ErasureAccess implements AccessRules {

	@Override
	public void declare(Access access) {
		access.read("/api/v1/erasures", "schedules:read");
	}

}
