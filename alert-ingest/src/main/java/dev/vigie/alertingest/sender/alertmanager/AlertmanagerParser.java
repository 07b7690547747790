package dev.vigie.alertingest.sender.alertmanager;

import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;

import dev.vigie.alertingest.alert.AlertChange;
import dev.vigie.alertingest.integration.IntegrationAddress;
import dev.vigie.alertingest.integration.Setup;
import dev.vigie.alertingest.sender.AlertsGroup;
import dev.vigie.alertingest.sender.Inbound;
import dev.vigie.alertingest.sender.Reading;
import dev.vigie.alertingest.sender.SenderParser;

/**
 * Reads Alertmanager's webhook, payload version 4, its incident.io receiver, which posts
 * the same as version 1, and the imitations of both.
 */
@Component
class AlertmanagerParser implements SenderParser {

	@Override
	public String type() {
		return "alertmanager";
	}

	@Override
	public Set<String> aliases() {
		return Set.of("incidentio");
	}

	@Override
	public Class<?> settings() {
		return AlertmanagerSettings.class;
	}

	@Override
	public void check(Object settings) {
		((AlertmanagerSettings) settings).check();
	}

	@Override
	public List<Setup> setup(IntegrationAddress address) {
		return List.of(webhook(address), incidentio(address));
	}

	private static Setup webhook(IntegrationAddress address) {
		return new Setup("Alertmanager: a receiver of alertmanager.yml", "yaml", """
				receivers:
				  - name: vigie
				    webhook_configs:
				      - url: %s
				        send_resolved: true
				""".formatted(address.url()));
	}

	// The token is not read, the key in the path counts; but Alertmanager insists on one.
	private static Setup incidentio(IntegrationAddress address) {
		return new Setup("Alertmanager 0.29 or newer: the incident.io receiver, which also tries again after 429",
				"yaml", """
						receivers:
						  - name: vigie
						    incidentio_configs:
						      - url: %s/integrations/v1/incidentio/%s/
						        alert_source_token: unused
						        send_resolved: true
						""".formatted(address.origin(), address.key()));
	}

	@Override
	public Reading read(Inbound inbound) {
		AlertsGroup body = AlertsGroup.read(inbound.body(), Set.of());
		List<AlertChange> changes = body.alerts()
			.stream()
			.map((alert) -> alert.change(body.status(), inbound.receivedAt()).build())
			.toList();
		return Reading.of(body.group(), changes).cleaned(body.cleaned());
	}

}
