package dev.vigie.alertingest.sender.pagerduty;

import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

import dev.vigie.shared.access.Access;
import dev.vigie.shared.access.AccessRules;

/**
 * Opens the paths of the Events API: the key is in the body.
 */
@Component
class PagerdutyAccess implements AccessRules {

	@Override
	public void declare(Access access) {
		access.open(HttpMethod.POST, "/v2/enqueue/**").open(HttpMethod.POST, "/v2/change/enqueue/**");
	}

}
