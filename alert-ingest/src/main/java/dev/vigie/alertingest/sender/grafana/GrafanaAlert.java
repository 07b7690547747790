package dev.vigie.alertingest.sender.grafana;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.vigie.alertingest.alert.AlertChange;
import dev.vigie.alertingest.alert.AlertChange.Word;
import dev.vigie.alertingest.alert.AlertReport.Group;
import dev.vigie.alertingest.alert.AlertVerb;
import dev.vigie.alertingest.sender.JsonTexts;
import dev.vigie.alertingest.sender.Links;
import dev.vigie.alertingest.sender.ListedAlert;

/**
 * What Grafana adds to an alert: links, values, and two kinds of alert that are about the
 * measuring and not about what is measured.
 */
final class GrafanaAlert {

	static final Set<String> FIELDS = Set.of("dashboardURL", "imageURL", "panelURL", "silenceURL", "values",
			"valueString");

	private static final String NO_DATA = "DatasourceNoData";

	private static final String ERROR = "DatasourceError";

	private static final String REASON = "grafana_state_reason";

	private static final Set<String> NO_LONGER_EVALUATED = Set.of("MissingSeries", "Paused", "RuleDeleted", "Updated");

	private final ListedAlert alert;

	GrafanaAlert(ListedAlert alert) {
		this.alert = alert;
	}

	private String name() {
		return this.alert.labels().getOrDefault("alertname", "");
	}

	/**
	 * The group of its own that it belongs to: all that an unreachable data source takes
	 * with it is one problem.
	 */
	@Nullable Group outage() {
		String source = this.alert.labels().get("datasource_uid");
		if (source == null || !name().equals(ERROR)) {
			return null;
		}
		return Group.of("datasource-error:" + source, Map.of("alertname", ERROR, "datasource_uid", source));
	}

	AlertChange change(@Nullable String groupStatus, Instant receivedAt) {
		AlertVerb verb = this.alert.verb(groupStatus, receivedAt);
		return this.alert.change(groupStatus, receivedAt)
			.labels(labels())
			.annotations(annotations())
			.word((verb == AlertVerb.RESOLVED) ? word() : null)
			.build();
	}

	private Map<String, String> labels() {
		Map<String, String> labels = new HashMap<>(this.alert.labels());
		switch (name()) {
			case NO_DATA -> {
				labels.put("vigie_kind", "no-data");
				labels.putIfAbsent("severity", "warning");
			}
			case ERROR -> labels.put("vigie_kind", "error");
			default -> {
				// an ordinary problem
			}
		}
		return labels;
	}

	private Map<String, String> annotations() {
		Map<String, String> annotations = new HashMap<>(this.alert.annotations());
		put(annotations, "dashboard_url", Links.absolute(this.alert.other("dashboardURL")));
		put(annotations, "panel_url", Links.absolute(this.alert.other("panelURL")));
		put(annotations, "silence_url", Links.absolute(this.alert.other("silenceURL")));
		put(annotations, "image_url", Links.absolute(this.alert.other("imageURL")));
		put(annotations, "values", values(this.alert.other("values")));
		put(annotations, "value_string", this.alert.other("valueString"));
		return annotations;
	}

	private static @Nullable String values(@Nullable String json) {
		if (json == null || !json.startsWith("{")) {
			return json;
		}
		return new TreeMap<>(new JsonTexts().members(json.getBytes(StandardCharsets.UTF_8))).entrySet()
			.stream()
			.map((value) -> value.getKey() + "=" + value.getValue())
			.collect(Collectors.joining(", "));
	}

	// Several reasons come as "MissingSeries, NoData".
	private @Nullable Word word() {
		String reason = this.alert.annotations().getOrDefault(REASON, "");
		if (reason.isBlank()) {
			return null;
		}
		boolean gone = Arrays.stream(reason.split(",")).map(String::strip).anyMatch(NO_LONGER_EVALUATED::contains);
		return Word.of((gone ? "no longer evaluated: " : "not measured to be well: ") + reason);
	}

	private static void put(Map<String, String> annotations, String name, @Nullable String value) {
		if (value != null && !value.isBlank()) {
			annotations.put(name, value);
		}
	}

}
