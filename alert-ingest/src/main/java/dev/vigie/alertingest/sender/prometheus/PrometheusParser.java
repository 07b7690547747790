package dev.vigie.alertingest.sender.prometheus;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

import dev.vigie.alertingest.alert.AlertChange;
import dev.vigie.alertingest.alert.AlertReport.Group;
import dev.vigie.alertingest.alert.AlertVerb;
import dev.vigie.alertingest.integration.IntegrationAddress;
import dev.vigie.alertingest.integration.Setup;
import dev.vigie.alertingest.sender.AlertsGroup;
import dev.vigie.alertingest.sender.Fingerprints;
import dev.vigie.alertingest.sender.Inbound;
import dev.vigie.alertingest.sender.JsonBodies;
import dev.vigie.alertingest.sender.JsonTexts;
import dev.vigie.alertingest.sender.ListedAlert;
import dev.vigie.alertingest.sender.Reading;
import dev.vigie.alertingest.sender.Reading.Part;
import dev.vigie.alertingest.sender.SenderParser;
import dev.vigie.shared.problem.Invalid;

/**
 * Reads what Prometheus posts to an Alertmanager, as do the rulers of Loki, Mimir and
 * Thanos, and vmalert. A firing alert carries the time until which it counts as firing
 * unless it is said again.
 */
@Component
class PrometheusParser implements SenderParser {

	private static final Set<String> PATHS = Set.of("", "api/v1/alerts", "api/v2/alerts");

	@Override
	public String type() {
		return "prometheus";
	}

	@Override
	public Set<String> aliases() {
		return Set.of("loki", "mimir", "thanos", "vmalert");
	}

	@Override
	public Class<?> settings() {
		return PrometheusSettings.class;
	}

	@Override
	public List<Setup> setup(IntegrationAddress address) {
		return PrometheusSetup.pieces(address);
	}

	@Override
	public Reading read(Inbound inbound) {
		if (!PATHS.contains(inbound.rest())) {
			throw new Invalid("", "Alerts are posted to api/v2/alerts; there is nothing else of Alertmanager here");
		}
		JsonTexts texts = new JsonTexts();
		List<ListedAlert> alerts = JsonBodies.read(inbound.body(), (parser) -> {
			if (parser.nextToken() == null) {
				throw new Invalid("", "The body is empty");
			}
			return AlertsGroup.alerts(parser, texts, "", Set.of());
		});
		PrometheusSettings settings = inbound.integration().settings(PrometheusSettings.class);
		return Reading.of(grouped(alerts, settings, inbound.receivedAt())).cleaned(texts.cleaned());
	}

	private static List<Part> grouped(List<ListedAlert> alerts, PrometheusSettings settings, Instant receivedAt) {
		Map<Map<String, String>, List<AlertChange>> groups = new LinkedHashMap<>();
		for (ListedAlert alert : alerts) {
			AlertChange change = change(alert, settings.dropped(), receivedAt);
			Map<String, String> group = new HashMap<>(change.labels());
			group.keySet().retainAll(settings.grouping());
			groups.computeIfAbsent(Map.copyOf(group), (_) -> new ArrayList<>()).add(change);
		}
		List<Part> parts = new ArrayList<>();
		groups.forEach((labels, changes) -> parts.add(new Part(Group.of(AlertsGroup.keyOf(labels), labels), changes)));
		return parts;
	}

	private static AlertChange change(ListedAlert alert, List<String> dropped, Instant receivedAt) {
		Map<String, String> labels = new HashMap<>(alert.labels());
		dropped.forEach(labels::remove);
		AlertVerb verb = alert.verb(null, receivedAt);
		AlertChange.Builder change = alert.change(verb, Fingerprints.of(labels), receivedAt).labels(labels);
		return (verb == AlertVerb.FIRING) ? change.endsAt(null).validUntil(alert.end(receivedAt)).build()
				: change.build();
	}

}
