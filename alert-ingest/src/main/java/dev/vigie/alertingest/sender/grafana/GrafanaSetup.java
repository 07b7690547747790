package dev.vigie.alertingest.sender.grafana;

import java.util.List;

import dev.vigie.alertingest.integration.IntegrationAddress;
import dev.vigie.alertingest.integration.Setup;

/**
 * How to make this place a contact point.
 */
final class GrafanaSetup {

	private GrafanaSetup() {
	}

	static List<Setup> pieces(IntegrationAddress address) {
		return List.of(plain(address), signed(address),
				new Setup("By hand: Alerting, Contact points, Create contact point, Webhook or Grafana OnCall; the URL",
						"text", address.url() + "\n"));
	}

	private static Setup plain(IntegrationAddress address) {
		return new Setup("Grafana: provisioning/alerting/vigie.yaml", "yaml", """
				apiVersion: 1
				contactPoints:
				  - orgId: 1
				    name: vigie
				    receivers:
				      - uid: vigie
				        type: webhook
				        settings:
				          url: %s
				          httpMethod: POST
				        disableResolveMessage: false
				""".formatted(address.url()));
	}

	private static Setup signed(IntegrationAddress address) {
		return new Setup("The same with signed messages (Grafana 12 or newer); set the same secret in this "
				+ "integration: settings.hmac.secrets, settings.hmac.timestampHeader", "yaml", """
						apiVersion: 1
						contactPoints:
						  - orgId: 1
						    name: vigie
						    receivers:
						      - uid: vigie
						        type: webhook
						        settings:
						          url: %s
						          httpMethod: POST
						          hmacConfig:
						            secret: $VIGIE_HMAC_SECRET
						            timestampHeader: X-Grafana-Alerting-Timestamp
						        disableResolveMessage: false
						""".formatted(address.url()));
	}

}
