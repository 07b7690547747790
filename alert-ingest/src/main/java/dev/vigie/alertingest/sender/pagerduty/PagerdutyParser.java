package dev.vigie.alertingest.sender.pagerduty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

import dev.vigie.alertingest.alert.AlertChange;
import dev.vigie.alertingest.alert.AlertReport.Group;
import dev.vigie.alertingest.alert.AlertVerb;
import dev.vigie.alertingest.change.ChangeEvent;
import dev.vigie.alertingest.integration.IntegrationAddress;
import dev.vigie.alertingest.integration.Setup;
import dev.vigie.alertingest.sender.Inbound;
import dev.vigie.alertingest.sender.Links;
import dev.vigie.alertingest.sender.Reading;
import dev.vigie.alertingest.sender.SenderParser;
import dev.vigie.alertingest.sender.SenderTimes;
import dev.vigie.shared.problem.Invalid;

/**
 * Reads events of PagerDuty's Events API v2. The deduplication key is the alert and its
 * group.
 */
@Component
class PagerdutyParser implements SenderParser {

	static final String TYPE = "pagerduty";

	static final String CHANGE = "v2/change/enqueue";

	private static final Pattern OFFSET = Pattern.compile("([+-]\\d{2})(\\d{2})$");

	/** U+0000 in JSON text, which PostgreSQL does not take even escaped. */
	private static final Pattern NUL = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

	private static final int LONGEST_LINK_TEXT = 200;

	@Override
	public String type() {
		return TYPE;
	}

	@Override
	public List<Setup> setup(IntegrationAddress address) {
		String url = address.origin() + "/v2/enqueue";
		return List.of(new Setup("Alertmanager: a receiver of alertmanager.yml", "yaml", """
				receivers:
				  - name: vigie
				    pagerduty_configs:
				      - url: %s
				        routing_key: %s
				        severity: '{{ or .CommonLabels.severity "error" }}'
				        class: '{{ .CommonLabels.alertname }}'
				        send_resolved: true
				""".formatted(url, address.key())), new Setup("Grafana: a contact point of type PagerDuty", "yaml", """
				apiVersion: 1
				contactPoints:
				  - orgId: 1
				    name: vigie
				    receivers:
				      - uid: vigie
				        type: pagerduty
				        settings:
				          integrationKey: %s
				          url: %s
				""".formatted(address.key(), url)), new Setup("Try it", "shell", """
				curl -H 'Content-Type: application/json' %s -d '{"routing_key": "%s",
				  "event_action": "trigger", "dedup_key": "trial",
				  "payload": {"summary": "A trial", "source": "curl", "severity": "info"}}'
				""".formatted(url, address.key())));
	}

	@Override
	public Reading read(Inbound inbound) {
		EventFields event = EventFields.read(inbound.body());
		Reading reading = inbound.rest().endsWith(CHANGE) ? change(event, inbound.receivedAt())
				: alert(event, inbound.id());
		return reading.cleaned(event.texts().cleaned());
	}

	private static Reading alert(EventFields event, UUID id) {
		EventRules.checkAlert(event);
		String given = event.text("dedup_key");
		String key = (given != null) ? given : id.toString().replace("-", "");
		AlertVerb verb = verb(event.text("event_action"));
		AlertChange.Builder change = AlertChange.of(verb, key);
		if (verb == AlertVerb.ACKNOWLEDGED) {
			change.word(new AlertChange.Word(event.text("client"), null, null));
		}
		else {
			EventWords words = new EventWords(event);
			Map<String, String> labels = words.labels();
			// The timestamp is that of the event: as a start, each repeat would be a new
			// alert.
			change.labels(labels)
				.annotations(labels.isEmpty() ? Map.of() : words.annotations())
				.generatorUrl(Links.absolute(event.text("client_url")));
		}
		return Reading.of(Group.of(key, Map.of("dedup_key", key)), List.of(change.build()));
	}

	private static AlertVerb verb(@Nullable String action) {
		return switch (action) {
			case "acknowledge" -> AlertVerb.ACKNOWLEDGED;
			case "resolve" -> AlertVerb.RESOLVED;
			case null, default -> AlertVerb.FIRING;
		};
	}

	private static Reading change(EventFields event, Instant receivedAt) {
		EventRules.checkChange(event);
		EventFields payload = event.in("payload");
		JsonNode details = payload.node("custom_details");
		Instant time = time(payload.text("timestamp"), receivedAt);
		return Reading.of(new ChangeEvent((time != null) ? time : receivedAt, String.valueOf(payload.text("summary")),
				payload.text("source"), new EventWords(event).changedService(), Map.of(), links(event),
				(details.isMissingNode() || details.isNull()) ? null
						: event.texts().clean(NUL.matcher(details.toString()).replaceAll("$1"))));
	}

	// PagerDuty takes an event whatever its time says, and so do its senders believe.
	private static @Nullable Instant time(@Nullable String text, Instant receivedAt) {
		try {
			return (text == null) ? null
					: SenderTimes.read("timestamp", OFFSET.matcher(text).replaceFirst("$1:$2"), receivedAt);
		}
		catch (Invalid _) {
			return null;
		}
	}

	private static List<ChangeEvent.Link> links(EventFields event) {
		List<ChangeEvent.Link> links = new ArrayList<>();
		for (JsonNode link : event.node("links")) {
			String href = Links.absolute(EventFields.text(event.texts(), link.path("href"), Integer.MAX_VALUE));
			String text = EventFields.text(event.texts(), link.path("text"), LONGEST_LINK_TEXT);
			if (href != null) {
				links.add(new ChangeEvent.Link(href, (text != null) ? text : href));
			}
		}
		return links;
	}

}
