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

	private static final List<String> ROOTS = List.of("/v2", "/jsm/ops/integration/v2",
			"/integrations/v1/opsgenie/*/v2");

	private static final List<HttpMethod> ALERTS = List.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT,
			HttpMethod.DELETE);

	private static final List<HttpMethod> HEARTBEATS = List.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST,
			HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

	@Bean
	static FreeSegments freeSegments() {
		return new FreeSegments(List.of("/v2/alerts/", "/v2/heartbeats/", "/jsm/ops/integration/v2/alerts/",
				"/jsm/ops/integration/v2/heartbeats/", "/integrations/v1/opsgenie/"));
	}

	@Override
	public void declare(Access access) {
		for (String root : ROOTS) {
			ALERTS.forEach((method) -> access.open(method, root + "/alerts/**"));
			HEARTBEATS.forEach((method) -> access.open(method, root + "/heartbeats/**"));
		}
	}

}
