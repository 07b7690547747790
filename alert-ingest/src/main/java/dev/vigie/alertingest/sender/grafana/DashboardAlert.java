package dev.vigie.alertingest.sender.grafana;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.vigie.alertingest.alert.AlertChange;
import dev.vigie.alertingest.alert.AlertChange.Word;
import dev.vigie.alertingest.alert.AlertReport.Group;
import dev.vigie.alertingest.sender.Fingerprints;
import dev.vigie.alertingest.sender.JsonTexts;
import dev.vigie.alertingest.sender.Links;
import dev.vigie.alertingest.sender.Reading;
import dev.vigie.shared.problem.Invalid;

/**
 * An alert of a dashboard, as Grafana before version 9 knew them: one message is about
 * one rule.
 */
final class DashboardAlert {

	private final JsonTexts texts = new JsonTexts();

	private final Map<String, String> body;

	DashboardAlert(byte[] body) {
		this.body = this.texts.members(body);
	}

	boolean isOne() {
		return this.body.containsKey("ruleId");
	}

	Reading reading() {
		if (text("ruleName").equals("Test notification")) {
			return Reading.nothing(GrafanaParser.TEST);
		}
		String state = text("state").toLowerCase(Locale.ROOT);
		if (state.equals("pending")) {
			return Reading.nothing("A rule that is pending has not fired yet");
		}
		String fingerprint = Fingerprints
			.bounded("grafana:" + this.body.getOrDefault("orgId", "1") + ":" + text("ruleId"));
		Group group = Group.of(fingerprint, Map.of("alertname", name(), "rule_id", text("ruleId")));
		return Reading.of(group, List.of(change(state, fingerprint))).cleaned(this.texts.cleaned());
	}

	private AlertChange change(String state, String fingerprint) {
		return switch (state) {
			case "alerting" -> firing(fingerprint, labels());
			case "no_data" -> {
				Map<String, String> labels = labels();
				labels.put("vigie_kind", "no-data");
				labels.putIfAbsent("severity", "warning");
				yield firing(fingerprint, labels);
			}
			case "ok" -> AlertChange.resolved(fingerprint).labels(labels()).annotations(annotations()).build();
			case "paused" -> AlertChange.resolved(fingerprint).word(Word.of("no longer evaluated: paused")).build();
			default -> throw new Invalid("state", "must be alerting, ok, no_data, paused or pending");
		};
	}

	private AlertChange firing(String fingerprint, Map<String, String> labels) {
		return AlertChange.firing(fingerprint)
			.labels(labels)
			.annotations(annotations())
			.generatorUrl(Links.absolute(this.body.get("ruleUrl")))
			.build();
	}

	private Map<String, String> labels() {
		Map<String, String> labels = new HashMap<>();
		if (text("tags").startsWith("{")) {
			labels.putAll(this.texts.members(text("tags").getBytes(StandardCharsets.UTF_8)));
		}
		labels.put("alertname", name());
		labels.put("rule_id", text("ruleId"));
		return labels;
	}

	private Map<String, String> annotations() {
		Map<String, String> annotations = new HashMap<>();
		put(annotations, "summary", this.body.get("title"));
		put(annotations, "description", this.body.get("message"));
		put(annotations, "image_url", Links.absolute(this.body.get("imageUrl")));
		put(annotations, "values", this.body.get("evalMatches"));
		return annotations;
	}

	private String name() {
		return text("ruleName").isBlank() ? "Rule " + text("ruleId") : text("ruleName");
	}

	private String text(String field) {
		return this.body.getOrDefault(field, "");
	}

	private static void put(Map<String, String> annotations, String name, @Nullable String value) {
		if (value != null && !value.isBlank()) {
			annotations.put(name, value);
		}
	}

}
