package dev.vigie.alertingest.sender.prometheus;

import java.net.URI;
import java.util.List;

import dev.vigie.alertingest.integration.IntegrationAddress;
import dev.vigie.alertingest.integration.Setup;

/**
 * How to name this place as an Alertmanager.
 */
final class PrometheusSetup {

	private PrometheusSetup() {
	}

	static List<Setup> pieces(IntegrationAddress address) {
		URI url = URI.create(address.url());
		String base = address.url().replaceAll("/+$", "");
		return List.of(prometheus(url),
				new Setup("Mimir: limits or defaults of the ruler; Loki calls it alertmanager_url as well", "yaml", """
						ruler:
						  alertmanager_url: %s
						""".formatted(base)),
				new Setup("vmalert: flags", "shell",
						"vmalert -notifier.url=%s -external.url=https://vmalert.example.org\n".formatted(base)),
				new Setup("Thanos Rule: flags", "shell", "thanos rule --alertmanagers.url=%s\n".formatted(base)));
	}

	private static Setup prometheus(URI url) {
		return new Setup("Prometheus: prometheus.yml, without an Alertmanager in between", "yaml", """
				alerting:
				  alertmanagers:
				    - scheme: %s
				      path_prefix: %s
				      static_configs:
				        - targets: ["%s"]
				""".formatted(url.getScheme(), url.getPath().replaceAll("/+$", ""), url.getAuthority()));
	}

}
