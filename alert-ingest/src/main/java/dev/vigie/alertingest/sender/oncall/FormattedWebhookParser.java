package dev.vigie.alertingest.sender.oncall;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.vigie.alertingest.alert.AlertChange;
import dev.vigie.alertingest.alert.AlertReport.Group;
import dev.vigie.alertingest.integration.IntegrationAddress;
import dev.vigie.alertingest.integration.Setup;
import dev.vigie.alertingest.sender.Fingerprints;
import dev.vigie.alertingest.sender.Inbound;
import dev.vigie.alertingest.sender.JsonTexts;
import dev.vigie.alertingest.sender.Links;
import dev.vigie.alertingest.sender.Reading;
import dev.vigie.alertingest.sender.SenderParser;
import dev.vigie.shared.problem.Invalid;

/**
 * Reads Grafana OnCall's formatted webhook, so that scripts written for it need only
 * another address.
 */
@Component
class FormattedWebhookParser implements SenderParser {

	private static final int LONGEST_ID = 200;

	@Override
	public String type() {
		return "formatted_webhook";
	}

	@Override
	public List<Setup> setup(IntegrationAddress address) {
		return List.of(new Setup("Raise an alert; the same with state ok ends it", "shell", """
				curl %s -H 'Content-Type: application/json' -d '{
				  "alert_uid": "backup-db1",
				  "title": "Backup of db1 failed",
				  "message": "The disk is full",
				  "state": "alerting",
				  "link_to_upstream_details": "https://backup.example.org/runs/17"
				}'
				""".formatted(address.url())));
	}

	@Override
	public Reading read(Inbound inbound) {
		JsonTexts texts = new JsonTexts();
		Map<String, String> body = texts.members(inbound.body());
		String id = id(body);
		String uid = (id.length() > LONGEST_ID) ? Group.of(id, Map.of()).hash() : id;
		AlertChange change = change(body, uid, Map.of("alertname", body.getOrDefault("title", uid)));
		return Reading.of(Group.of(id, Map.of("alert_uid", uid)), List.of(change)).cleaned(texts.cleaned());
	}

	private static AlertChange change(Map<String, String> body, String fingerprint, Map<String, String> labels) {
		return switch (body.getOrDefault("state", "alerting").toLowerCase(Locale.ROOT)) {
			case "alerting" -> AlertChange.firing(fingerprint)
				.labels(labels)
				.annotations(annotations(body))
				.generatorUrl(Links.absolute(body.get("link_to_upstream_details")))
				.build();
			// Without labels: what was said when it fired stays.
			case "ok" -> AlertChange.resolved(fingerprint).build();
			default -> throw new Invalid("state", "must be alerting or ok");
		};
	}

	private static String id(Map<String, String> body) {
		String id = body.getOrDefault("alert_uid", "");
		String title = body.getOrDefault("title", "");
		if (id.isBlank() && title.isBlank()) {
			throw new Invalid("alert_uid", "is required where there is no title");
		}
		return id.isBlank() ? Fingerprints.of(Map.of("title", title)) : id;
	}

	private static Map<String, String> annotations(Map<String, String> body) {
		Map<String, String> annotations = new HashMap<>();
		put(annotations, "summary", body.get("title"));
		put(annotations, "description", body.get("message"));
		put(annotations, "image_url", Links.absolute(body.get("image_url")));
		return annotations;
	}

	private static void put(Map<String, String> annotations, String name, @Nullable String value) {
		if (value != null && !value.isBlank()) {
			annotations.put(name, value);
		}
	}

}
