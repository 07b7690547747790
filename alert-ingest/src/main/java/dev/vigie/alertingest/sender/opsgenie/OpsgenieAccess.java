package dev.vigie.alertingest.sender.opsgenie;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

import dev.vigie.shared.access.Access;
import dev.vigie.shared.access.AccessRules;
import dev.vigie.shared.access.FreeSegments;

/**
 * Opens the paths of Opsgenie's API, which check their key themselves, and lets aliases
 * hold any character there.
 */
@Configuration(proxyBeanMethods = false)
class OpsgenieAccess implements AccessRules {

	private static final List<String> ROOTS = List.of("/v2/alerts", "/jsm/ops/integration/v2/alerts",
			"/integrations/v1/opsgenie/*/v2/alerts");

	@Bean
	static FreeSegments freeSegments() {
		return new FreeSegments(
				List.of("/v2/alerts/", "/jsm/ops/integration/v2/alerts/", "/integrations/v1/opsgenie/"));
	}

	@Override
	public void declare(Access access) {
		for (String root : ROOTS) {
			for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE)) {
				access.open(method, root + "/**");
			}
		}
	}

}
