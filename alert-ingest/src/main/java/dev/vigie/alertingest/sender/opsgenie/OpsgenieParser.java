package dev.vigie.alertingest.sender.opsgenie;

import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import org.springframework.stereotype.Component;

import dev.vigie.alertingest.alert.AlertChange;
import dev.vigie.alertingest.alert.AlertReport;
import dev.vigie.alertingest.integration.IntegrationAddress;
import dev.vigie.alertingest.integration.Setup;
import dev.vigie.alertingest.sender.Inbound;
import dev.vigie.alertingest.sender.JsonBodies;
import dev.vigie.alertingest.sender.Reading;
import dev.vigie.alertingest.sender.SenderParser;

/**
 * Reads the calls of Opsgenie's Alert API. Which call it is stands in the rest of the
 * path, as a {@link Command}.
 */
@Component
class OpsgenieParser implements SenderParser {

	static final String TYPE = "opsgenie";

	@Override
	public String type() {
		return TYPE;
	}

	@Override
	public List<Setup> setup(IntegrationAddress address) {
		return List.of(new Setup("Alertmanager: a receiver of alertmanager.yml", "yaml", """
				receivers:
				  - name: vigie
				    opsgenie_configs:
				      - api_url: %s
				        api_key: %s
				        update_alerts: true
				""".formatted(address.origin(), address.key())),
				new Setup("Grafana: the contact point \"Opsgenie\"", "text", """
						API Key: %s
						Alert API URL: %s/v2/alerts
						Auto close incidents: on
						""".formatted(address.key(), address.origin())),
				new Setup("curl: create an alert, then close it", "shell",
						"""
								curl -H 'Authorization: GenieKey %2$s' --json '{"message": "Disk full", "alias": "db01-disk"}' %1$s/v2/alerts
								curl -H 'Authorization: GenieKey %2$s' --json '{}' '%1$s/v2/alerts/db01-disk/close?identifierType=alias'
								"""
							.formatted(address.origin(), address.key())),
				new Setup("curl: create a heartbeat, then ping it whenever the job is done", "shell",
						"""
								curl -H 'Authorization: GenieKey %2$s' --json '{"name": "nightly-backup", "interval": 25, "intervalUnit": "hours"}' %1$s/v2/heartbeats
								curl -H 'Authorization: GenieKey %2$s' %1$s/v2/heartbeats/nightly-backup/ping
								"""
							.formatted(address.origin(), address.key())),
				new Setup("opsgenie-go-sdk-v2 (Config.OpsGenieAPIURL), Lamp (OPSGENIE_API_URL) and the like", "text",
						"""
								API key: %s
								API host: %s (without https://)
								""".formatted(address.key(), address.origin().replaceFirst("https?://", ""))),
				new Setup("Senders that take only an address", "text", address.url() + "v2/alerts\n"));
	}

	@Override
	public Reading read(Inbound inbound) {
		Command command = Command.parse(inbound.rest());
		JsonNode body = (command.action() != Action.CREATE && isBlank(inbound.body()))
				? JsonNodeFactory.instance.objectNode() : JsonBodies.object(inbound.body());
		Fields fields = new Fields(body, command);
		if (command.action() == Action.CREATE) {
			return Creation.read(inbound, fields);
		}
		AlertChange change = Remark.read(command, fields, inbound.receivedAt());
		if (change.fingerprint().isEmpty()) {
			return Reading
				.nothing(command.action().title() + " for an alert that is not known: " + command.value("of"));
		}
		return Reading.of(group(change.fingerprint()), List.of(change)).cleaned(fields.cleaned());
	}

	/**
	 * The group that an alert is for itself.
	 */
	static AlertReport.Group group(String alias) {
		return AlertReport.Group.of(alias, Map.of("alias", alias));
	}

	private static boolean isBlank(byte[] body) {
		for (byte next : body) {
			if (next > ' ' || next < 0) {
				return false;
			}
		}
		return true;
	}

}
